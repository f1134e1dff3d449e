"""After a late tick you wait for a beat in any case, even if the late one was long too.

The tick after a late one waits for the next beat, if that is still to come. But a late tick may
itself run past a beat. Then this beat is missed as any other would be, and the next tick starts the
moment the late one ends.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time()
    was_late = False
    for number in range(count):
        while was_late and beat < loop.time():
            beat += period
        was_late = loop.time() > beat
        await asyncio.sleep(beat - loop.time())
        began = loop.time()
        await tick(number)
        while beat <= began:
            beat += period
