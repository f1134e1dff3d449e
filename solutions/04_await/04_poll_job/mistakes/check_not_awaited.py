"""You look at a coroutine object instead of an answer, and it always counts as true.

check() only makes the object; nothing has been asked. An object is neither 0 nor empty, so your
program reads it as a yes and returns at once.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    try:
        async with asyncio.timeout(give_up) as limit:
            while not check():
                await asyncio.sleep(every)
            return True
    except TimeoutError:
        if limit.expired():
            return False
        raise
