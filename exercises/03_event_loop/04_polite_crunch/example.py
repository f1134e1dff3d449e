"""Five numbers and somebody else: watch whose turn it is. No time passes."""

import asyncio

from polite_crunch import total


def weigh(number: int) -> int:
    print("weighing", number)
    return number


async def answer_requests() -> None:
    for number in range(1, 4):
        print(f"  request {number} is answered")
        await asyncio.sleep(0)


async def main() -> None:
    others = asyncio.create_task(answer_requests())
    print("total:", await total([1, 2, 3, 4, 5], weigh, 2))
    await others


if __name__ == "__main__":
    asyncio.run(main())
