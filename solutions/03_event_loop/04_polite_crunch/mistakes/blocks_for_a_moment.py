"""time.sleep gives way to other threads, and the other tasks are not in other threads.

It looks like the pause that is asked for, and with 0 it is over at once. But it stops the
thread in which the loop runs; no task gets a turn from it.
The loop has a sleep of its own.
"""

import time
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = 0
    for count, number in enumerate(numbers, start=1):
        weight += weigh(number)
        if count % every == 0:
            time.sleep(0)
    return weight
