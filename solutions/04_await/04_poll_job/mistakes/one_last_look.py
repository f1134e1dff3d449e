"""When the time is over you ask once more, and return late.

One last look seems fair. But it is a check that begins when no check should, and it takes its time:
you come back later than you were allowed to.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    try:
        async with asyncio.timeout(give_up) as limit:
            while not await check():
                await asyncio.sleep(every)
            return True
    except TimeoutError:
        if not limit.expired():
            raise
    return await check()
