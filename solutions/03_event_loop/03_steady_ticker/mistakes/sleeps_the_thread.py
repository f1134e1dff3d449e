"""You wait with time.sleep, and while you wait nobody else can run.

time.sleep stops the whole thread, and the event loop lives in it: every other task of the program
stands still until the next beat.
"""

import asyncio
import time
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time()
    for number in range(count):
        time.sleep(max(0, beat - loop.time()))
        began = loop.time()
        await tick(number)
        while beat <= began:
            beat += period
