"""The pause stands before each slice, the first one too."""

import asyncio
from collections.abc import Callable, Sequence
from itertools import islice


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = 0
    waiting = iter(numbers)
    while batch := list(islice(waiting, every)):
        await asyncio.sleep(0)
        for number in batch:
            weight += weigh(number)
    return weight
