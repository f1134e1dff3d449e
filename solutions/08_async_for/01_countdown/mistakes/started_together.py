"""All the waits were started with the first number.

They run in the background, whether or not the caller is ready for the next number, and go on
when the caller has left the loop. The numbers are right as long as nobody is slow. Begin each
wait when its number is asked for.
"""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    async def after(seconds: float, number: int) -> int:
        await asyncio.sleep(seconds)
        return number

    tasks = [
        asyncio.create_task(after((n - k + 1) * period, k))
        for k in range(n, 0, -1)
    ]
    for task in tasks:
        yield await task
