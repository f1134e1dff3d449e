"""Two steps: watch that the second begins only when the first has ended."""

import asyncio

from one_at_a_time import in_order


async def stop() -> str:
    print("stop begins")
    await asyncio.sleep(1)
    print("stop ends")
    return "stopped"


async def copy() -> str:
    print("copy begins")
    await asyncio.sleep(2)
    print("copy ends")
    return "copied"


async def main() -> None:
    print(await in_order([stop, copy]))


if __name__ == "__main__":
    asyncio.run(main())
