"""After a long tick, the ones that were missed follow one another without a pause.

Each tick has a beat of its own in your plan, and while that beat is over there is nothing to wait
for. So after a long tick several start in a row until you have caught up. One late tick was meant
to make up for all beats that were missed.
Step past the beats that are over.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    for number in range(count):
        await asyncio.sleep(max(0, start + number * period - loop.time()))
        await tick(number)
