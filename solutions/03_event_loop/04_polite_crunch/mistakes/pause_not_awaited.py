"""You make the pause and do not await it, so it never happens.

asyncio.sleep(0) without await is only a coroutine object, made and thrown away. You go on with the
next number as if the line were not there.
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
            asyncio.sleep(0)
    return weight
