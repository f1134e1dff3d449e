"""You weigh everything in another thread, and weigh belongs to the thread of the loop.

to_thread keeps the loop free, and for work that may leave its thread this is a good way. But what
weigh uses is safe only in the loop's thread; and all its calls come in one go there.
Stay in the thread of the loop, and pause now and then.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    return await asyncio.to_thread(
        lambda: sum(weigh(number) for number in numbers)
    )
