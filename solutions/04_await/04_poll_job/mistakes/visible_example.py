"""You pause for ten seconds, whatever you are told.

10 is the pause of the example. Another caller wants another one.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    try:
        async with asyncio.timeout(give_up) as limit:
            while not await check():
                await asyncio.sleep(10)
            return True
    except TimeoutError:
        if limit.expired():
            return False
        raise
