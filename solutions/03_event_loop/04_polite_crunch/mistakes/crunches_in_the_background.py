"""You start the computation as a task and return before it has begun.

A task begins only when you pause or return, so the sum that you give back is still 0. The rest
goes on when your caller believes that all is done.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = 0

    async def crunch() -> None:
        nonlocal weight
        for count, number in enumerate(numbers, start=1):
            weight += weigh(number)
            if count % every == 0:
                await asyncio.sleep(0)

    asyncio.create_task(crunch())
    return weight
