"""When weigh fails you go on with the next number, and the sum is silently too small.

Nobody learns that a number is missing. Let the error out.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = 0
    for count, number in enumerate(numbers, start=1):
        try:
            weight += weigh(number)
        except Exception:
            continue
        if count % every == 0:
            await asyncio.sleep(0)
    return weight
