"""A cancelled countdown goes on counting.

`task.cancel()` raises CancelledError at the `await` in which the task stands. `except
CancelledError: pass` throws that away: the wait is cut short, the number comes too early, and the
task that was told to stop goes on. Let the error through.
"""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    for number in range(n, 0, -1):
        try:
            await asyncio.sleep(period)
        except asyncio.CancelledError:
            pass
        yield number
