"""You pause once, and then weigh all that is left in one go.

The first portion is right. But the others want a turn after each portion, not after one of them.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = sum(weigh(number) for number in numbers[:every])
    await asyncio.sleep(0)
    return weight + sum(weigh(number) for number in numbers[every:])
