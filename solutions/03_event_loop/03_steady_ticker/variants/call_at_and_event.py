"""The loop's own timer rings at each beat; an event passes it on."""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    beat = 0
    for number in range(count):
        due = asyncio.Event()
        timer = loop.call_at(start + beat * period, due.set)
        try:
            await due.wait()
        finally:
            timer.cancel()
        began = loop.time()
        await tick(number)
        beat = max(beat, int((began - start) / period)) + 1
