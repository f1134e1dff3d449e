"""When you are cancelled, the tick that is running goes on without you.

asyncio.wait only waits: it does not hand on a cancel to the tasks that it waits for. The reading is
still being taken when you are long gone.
Whoever makes a task sees to its end, or awaits the task itself: then a cancel reaches it.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time()
    for number in range(count):
        await asyncio.sleep(beat - loop.time())
        began = loop.time()
        running = asyncio.create_task(tick(number))
        await asyncio.wait([running])
        running.result()
        while beat <= began:
            beat += period
