"""When every is 1 you weigh more than one number before you pause.

Between the pauses lie as many numbers as in the example, where every is 2. It is an argument
because each caller wants another number, and 1 is the smallest: a pause after each.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = 0
    for count, number in enumerate(numbers, start=1):
        weight += weigh(number)
        if count % 2 == 0:
            await asyncio.sleep(0)
    return weight
