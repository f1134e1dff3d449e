"""After a late tick all later ones are off the beat: you count on from when the late one started.

While all goes well, that is the same as counting from the first start. But a late tick starts
between two beats, and from then on your beats are where nobody else has any.
The beats stay where they are, however late a tick is.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time()
    for number in range(count):
        now = loop.time()
        if now < beat:
            await asyncio.sleep(beat - now)
        else:
            beat = now
        await tick(number)
        beat += period
