"""You count the pause from the start of a check, not from its end.

Then the time between two checks shrinks by what a check takes, and with slow checks no pause is
left: the shop gets no rest. You were asked to pause after each answer.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(give_up) as limit:
            while True:
                began = loop.time()
                if await check():
                    return True
                await asyncio.sleep(max(0, began + every - loop.time()))
    except TimeoutError:
        if limit.expired():
            return False
        raise
