"""Two tasks work through one iterator and share the numbers of a turn."""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    waiting = iter(numbers)
    turn = asyncio.Event()
    left = every

    async def refill() -> None:
        nonlocal left
        while True:
            await asyncio.sleep(0)
            left = every
            turn.set()
            turn.clear()

    async def work() -> int:
        nonlocal left
        weight = 0
        for number in waiting:
            while left == 0:
                await turn.wait()
            left -= 1
            weight += weigh(number)
        return weight

    filling = asyncio.create_task(refill())
    try:
        return sum(await asyncio.gather(work(), work()))
    finally:
        filling.cancel()
        await asyncio.wait([filling])
