"""A tick that ends exactly on the next beat makes you leave that beat out.

At that moment the beat is neither missed nor over: it is now. Your count of beats takes it for one
that has gone by, and everybody waits for a whole period more. Every late tick has to wait, too.
Which beats are over is decided by when a tick starts, not by when it ends.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    for number in range(count):
        await tick(number)
        beats = (loop.time() - start) // period + 1
        if number < count - 1:
            await asyncio.sleep(start + beats * period - loop.time())
