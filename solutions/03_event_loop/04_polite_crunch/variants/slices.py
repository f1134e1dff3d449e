"""Slices of the right length, with a pause after each."""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = 0
    for start in range(0, len(numbers), every):
        weight += sum(map(weigh, numbers[start : start + every]))
        await asyncio.sleep(0)
    return weight
