"""The waits grow: one period, then two, then three.

`step * period` is the time of the number *counted from the start*. The wait begins when the
number before it has been taken, so it is the same each time.
"""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    for step, number in enumerate(range(n, 0, -1), start=1):
        await asyncio.sleep(step * period)
        yield number
