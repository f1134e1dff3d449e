"""A pause after each number: more than asked for, and as right."""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = 0
    for number in numbers:
        weight += weigh(number)
        await asyncio.sleep(0)
    return weight
