"""A failed tick goes unnoticed: you catch its error and go on.

A ticker that survives everything sounds robust. Your caller then never learns that the sensor is
broken, and waits for all the ticks that are still to come.
Whoever called you decides what an error means. Let it out.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time()
    for number in range(count):
        await asyncio.sleep(beat - loop.time())
        began = loop.time()
        try:
            await tick(number)
        except Exception:
            pass
        while beat <= began:
            beat += period
