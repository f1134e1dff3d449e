"""The generator refuses to be closed.

When the caller leaves early, Python raises GeneratorExit at the `yield`, so that the generator can
clean up and end. A bare `except` catches that too, goes on counting, and closing it fails with
"async generator ignored GeneratorExit". Catch only what you can handle; here that is nothing.
"""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    for number in range(n, 0, -1):
        try:
            await asyncio.sleep(period)
            yield number
        except:
            pass
