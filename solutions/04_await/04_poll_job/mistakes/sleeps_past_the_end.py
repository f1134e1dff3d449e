"""You look at the clock between two steps, and sleep past the moment at which you should give up.

A pause once begun lasts to its end, and so does a check. Only then do you see that the time was
over long before.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    loop = asyncio.get_running_loop()
    end = loop.time() + give_up
    while loop.time() < end:
        if await check():
            return True
        await asyncio.sleep(every)
    return False
