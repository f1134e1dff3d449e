"""The start is kept at the top of the module, where all calls share it.

The first ticker is on time. A second one finds the start of the first, takes its beats for its own,
and is off from the beginning.
What belongs to a call is kept in the call: in a local variable.
"""

import asyncio
from typing import Any

start = 0.0


async def ticker(period: float, count: int, tick: Any) -> None:
    global start
    loop = asyncio.get_running_loop()
    start = start or loop.time()
    beat = 0
    for number in range(count):
        while number and start + beat * period <= began:
            beat += 1
        await asyncio.sleep(start + beat * period - loop.time())
        began = loop.time()
        await tick(number)
