"""You step past one beat that was missed, and there may be more of them.

After a tick of two or three periods that looks right. When more beats went by, some are still left
in your count, so the tick after the late one finds its beat over and starts without a pause.
One late tick makes up for all of them, however many they are.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time()
    for number in range(count):
        await asyncio.sleep(beat - loop.time())
        began = loop.time()
        await tick(number)
        beat += period
        if beat <= began:
            beat += period
