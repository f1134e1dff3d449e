"""Two shops: watch that each offer is shown the moment it is there."""

import asyncio

from as_they_land import in_finish_order


async def slow() -> str:
    print("slow shop is asked")
    await asyncio.sleep(3)
    return "slow"


async def quick() -> str:
    print("quick shop is asked")
    await asyncio.sleep(1)
    return "quick"


def show(offer: str) -> None:
    print("offer:", offer)


async def main() -> None:
    print(await in_finish_order([slow(), quick()], show))


if __name__ == "__main__":
    asyncio.run(main())
