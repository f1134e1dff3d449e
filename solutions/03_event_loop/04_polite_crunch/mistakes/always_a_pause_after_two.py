"""You pause after every second number, as in the example, whatever every says.

The example has every = 2. It is an argument because each caller wants another number; when it is 1,
you are not polite enough.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(numbers: Sequence[int], weigh: Callable[[int], int], every: int) -> int:
    weight = 0
    for count, number in enumerate(numbers, start=1):
        weight += weigh(number)
        if count % 2 == 0:
            await asyncio.sleep(0)
    return weight
