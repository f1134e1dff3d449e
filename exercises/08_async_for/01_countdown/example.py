"""A countdown from 3: watch that the radio goes on between the numbers."""

import asyncio

from countdown import countdown


async def radio() -> None:
    for place in ["tower", "tanks", "crew"]:
        await asyncio.sleep(0.75)
        print(f"  {place} is ready")


async def count() -> None:
    async for number in countdown(3, 1.0):
        print(number)
    print("lift-off")


async def main() -> None:
    await asyncio.gather(count(), radio())


if __name__ == "__main__":
    asyncio.run(main())
