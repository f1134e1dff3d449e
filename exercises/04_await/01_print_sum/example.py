"""Two sums at the same time: watch that both results come after one second."""

import asyncio

from print_sum import print_sum


async def compute(x: int, y: int) -> int:
    await asyncio.sleep(1)
    return x + y


async def main() -> None:
    results = await asyncio.gather(
        print_sum(compute, 1, 2, print),
        print_sum(compute, 3, 4, print),
    )
    print("returned:", results)


if __name__ == "__main__":
    asyncio.run(main())
