"""You await a gather of nothing, which is done before you await it.

An await of something that is done already goes straight on: there is nothing to wait for, and the
loop gets no turn.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = 0
    for count, number in enumerate(numbers, start=1):
        weight += weigh(number)
        if count % every == 0:
            await asyncio.gather()
    return weight
