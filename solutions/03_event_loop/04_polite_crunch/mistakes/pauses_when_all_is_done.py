"""You pause once, after the last number, when the others have waited long enough.

They get their turn in the end, but all the numbers were weighed before it.
The pauses belong between the numbers.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = sum(weigh(number) for number in numbers)
    await asyncio.sleep(0)
    return weight
