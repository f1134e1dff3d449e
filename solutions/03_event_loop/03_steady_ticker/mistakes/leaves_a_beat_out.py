"""After a late tick you leave out the next beat as well.

The late tick makes up for the beats that were missed. The beat after it was not missed: its time is
still to come, and a tick is due then.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time()
    for number in range(count):
        is_late = loop.time() > beat
        await asyncio.sleep(beat - loop.time())
        began = loop.time()
        await tick(number)
        while beat <= began:
            beat += period
        if is_late:
            beat += period
