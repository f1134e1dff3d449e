"""A trip fails after one second: watch what the others do, then the error."""

import asyncio

from all_or_nothing import all_or_nothing


async def book(what: str, undo: float) -> str:
    print(f"{what}: booking")
    try:
        await asyncio.sleep(3)
    except asyncio.CancelledError:
        print(f"{what}: called off")
        await asyncio.sleep(undo)
        print(f"{what}: undone")
        raise
    return what


async def car() -> str:
    await asyncio.sleep(1)
    raise ConnectionError("no car left")


async def main() -> None:
    trip = [book("flight", 0.5), car(), book("hotel", 2)]
    try:
        print(await all_or_nothing(trip))
    except ConnectionError as error:
        print("no trip:", error)


if __name__ == "__main__":
    asyncio.run(main())
