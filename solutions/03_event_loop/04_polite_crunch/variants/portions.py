"""An async generator gives portions and pauses between; the reader weighs."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    async def portions() -> AsyncIterator[Sequence[int]]:
        for start in range(0, len(numbers), every):
            yield numbers[start : start + every]
            await asyncio.sleep(0)

    return sum([sum(map(weigh, portion)) async for portion in portions()])
