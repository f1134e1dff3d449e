"""You compare the clock with give_up itself, and the clock does not begin at 0.

loop.time() counts from some moment in the past, so it is larger than any number of seconds you may
be given: you believe that the time was over before you began.
Add the moment at which you were called.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    loop = asyncio.get_running_loop()
    while loop.time() < give_up:
        if await check():
            return True
        await asyncio.sleep(every)
    return False
