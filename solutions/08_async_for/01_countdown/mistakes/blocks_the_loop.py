"""The countdown waits with `time.sleep`, and the whole station waits with it.

The numbers come at the right times, but `time.sleep` keeps the loop's only thread: nobody else
can run. `await asyncio.sleep(...)` waits without holding the thread.
"""

import time
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    for number in range(n, 0, -1):
        time.sleep(period)
        yield number
