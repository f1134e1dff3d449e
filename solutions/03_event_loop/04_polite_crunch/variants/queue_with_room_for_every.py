"""A queue with room for `every` numbers; filling and weighing take turns."""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    room: asyncio.Queue[int | None] = asyncio.Queue(maxsize=every)

    async def fill() -> None:
        for number in numbers:
            await room.put(number)
        await room.put(None)

    filling = asyncio.create_task(fill())
    weight = 0
    try:
        while (number := await room.get()) is not None:
            weight += weigh(number)
    finally:
        filling.cancel()
        await asyncio.gather(filling, return_exceptions=True)
    return weight
