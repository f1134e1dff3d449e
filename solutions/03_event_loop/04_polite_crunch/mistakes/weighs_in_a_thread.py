"""You weigh in another thread, and weigh belongs to the thread of the loop.

The loop is free meanwhile, and for work that may go elsewhere this is a good way. But weigh is not
such work: what it uses is safe only in the loop's thread.
Stay there, and pause now and then.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = 0
    for number in numbers:
        weight += await asyncio.to_thread(weigh, number)
    return weight
