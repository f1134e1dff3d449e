"""Each tick is a task that is waited for, and cancelled on the way out."""

import asyncio
import time
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    start = time.perf_counter()
    number = beat = 0
    while number < count:
        left = start + beat * period - time.perf_counter()
        await asyncio.sleep(max(0.0, left))
        passed = int((time.perf_counter() - start) / period)
        running = asyncio.ensure_future(tick(number))
        try:
            await asyncio.wait({running})
            running.result()
        finally:
            running.cancel()
        number, beat = number + 1, max(beat, passed) + 1
