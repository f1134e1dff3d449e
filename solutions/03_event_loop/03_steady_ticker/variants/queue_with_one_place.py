"""Beats go through a queue with one place; what finds it taken is dropped."""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    beats: asyncio.Queue[int] = asyncio.Queue(maxsize=1)
    timer: asyncio.TimerHandle | None = None

    def ring(beat: int) -> None:
        nonlocal timer
        if beats.empty():
            beats.put_nowait(beat)
        timer = loop.call_at(start + (beat + 1) * period, ring, beat + 1)

    ring(0)
    try:
        for number in range(count):
            await beats.get()
            await tick(number)
    finally:
        timer.cancel()
