"""After a long tick, the ones that were missed follow one another without a pause.

You wait only when a tick's own beat is still to come. After a long tick the beats of several are
over, so none of them waits, and they start in a row until you have caught up. One late tick was
meant to make up for all beats that were missed.
Step past the beats that are over.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    for number in range(count):
        delay = start + number * period - loop.time()
        if delay > 0:
            await asyncio.sleep(delay)
        await tick(number)
