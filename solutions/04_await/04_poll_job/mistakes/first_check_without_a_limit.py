"""The first check has no limit: you begin to watch the time when it has ended.

With quick checks that makes no difference. But even the first one may take longer than you are
willing to wait, and then you come back late.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    loop = asyncio.get_running_loop()
    end = loop.time() + give_up
    if await check():
        return True
    try:
        async with asyncio.timeout_at(end) as limit:
            while True:
                await asyncio.sleep(every)
                if await check():
                    return True
    except TimeoutError:
        if limit.expired():
            return False
        raise
