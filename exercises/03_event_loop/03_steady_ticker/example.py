"""Five ticks, one late, ten times as fast as the README: watch the beats."""

import asyncio

from steady_ticker import ticker


async def tick(number: int) -> None:
    print(f"tick {number} begins")
    await asyncio.sleep(2.5 if number == 1 else 0.2)
    print(f"tick {number} ends")


async def main() -> None:
    await ticker(1, 5, tick)
    print("all ticks are done")


if __name__ == "__main__":
    asyncio.run(main())
