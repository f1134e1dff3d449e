"""You give the others a turn between two checks, but you do not pause.

sleep(0) takes no time, so the shop is asked again the moment it has said no. It has better things
to do, and every seconds were agreed upon.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    try:
        async with asyncio.timeout(give_up) as limit:
            while not await check():
                await asyncio.sleep(0)
            return True
    except TimeoutError:
        if limit.expired():
            return False
        raise
