"""When a tick fails you stop, and return as if all ticks had been made.

To stop is right. But your caller sees an ordinary return, and believes that everything went well.
Let the error out: that is how somebody can know of it.
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
            return
        while beat <= began:
            beat += period
