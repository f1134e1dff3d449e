"""A task for each slice, awaited before the next one is made."""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    async def crunch(part: Sequence[int]) -> int:
        return sum(weigh(number) for number in part)

    weight = 0
    for start in range(0, len(numbers), every):
        weight += await asyncio.create_task(
            crunch(numbers[start : start + every])
        )
    return weight
