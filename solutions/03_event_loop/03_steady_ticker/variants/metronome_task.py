"""A metronome sets an event on every beat; one already set counts once."""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    beat = asyncio.Event()

    async def metronome() -> None:
        loop = asyncio.get_running_loop()
        due = loop.time()
        while True:
            beat.set()
            due += period
            await asyncio.sleep(due - loop.time())

    ringing = asyncio.create_task(metronome())
    try:
        for number in range(count):
            await beat.wait()
            beat.clear()
            await tick(number)
    finally:
        ringing.cancel()
