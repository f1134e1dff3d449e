"""You enter a lock for each number, but the lock is free, and so nobody has to wait.

async with looks like a place where the others run. A lock that nobody holds is taken at once,
without a turn of the loop; so is a place in a queue that has room.
Only what really has to wait is a pause.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    lock = asyncio.Lock()
    weight = 0
    for number in numbers:
        async with lock:
            weight += weigh(number)
    return weight
