"""You skip the pauses where there are only a few numbers.

A short list seems not worth a pause. How long it may take to weigh each of them is for your caller
to say: when every is 1, each single call of weigh is worth one.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    if len(numbers) <= 100:
        return sum(map(weigh, numbers))
    weight = 0
    for start in range(0, len(numbers), every):
        weight += sum(map(weigh, numbers[start : start + every]))
        await asyncio.sleep(0)
    return weight
