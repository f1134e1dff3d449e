"""A task counts on its own, whether or not anybody asks for a number.

The queue between the two lets the counting run ahead: a slow caller finds the next numbers waiting,
and one that leaves early leaves the task behind. An async generator needs no helper. It stands
still at `yield` until the next number is asked for.
"""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    queue: asyncio.Queue[int] = asyncio.Queue()

    async def count() -> None:
        for number in range(n, 0, -1):
            await asyncio.sleep(period)
            await queue.put(number)

    counting = asyncio.create_task(count())
    for _ in range(n):
        yield await queue.get()
    await counting
