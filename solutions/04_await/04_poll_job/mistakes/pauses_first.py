"""You pause before the first check, so even a job that is ready is seen late.

Nobody knows yet how things stand: it may have been ready for a long time. Ask at once, and pause
only after a no.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    try:
        async with asyncio.timeout(give_up) as limit:
            while True:
                await asyncio.sleep(every)
                if await check():
                    return True
    except TimeoutError:
        if limit.expired():
            return False
        raise
