"""The first pause comes one number too late.

You count from 0, so when the counter stands at every, one number more has been weighed. From there
on the pauses come in time; only the first portion is too large.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = 0
    for index, number in enumerate(numbers):
        weight += weigh(number)
        if index > 0 and index % every == 0:
            await asyncio.sleep(0)
    return weight
