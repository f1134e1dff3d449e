"""You call asyncio.sleep without await, so there is no pause at all.

The call only makes a coroutine object, which is thrown away. The next check begins the moment the
last one has ended.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    try:
        async with asyncio.timeout(give_up) as limit:
            while not await check():
                asyncio.sleep(every)
            return True
    except TimeoutError:
        if limit.expired():
            return False
        raise
