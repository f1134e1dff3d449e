"""You give up as soon as no other pause fits in, and not when the time is over.

It is true that nothing more will happen: a further check would come too late. But the caller was
promised an answer at a certain moment, and may count on it.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    loop = asyncio.get_running_loop()
    end = loop.time() + give_up
    try:
        async with asyncio.timeout_at(end) as limit:
            while not await check():
                if loop.time() + every >= end:
                    return False
                await asyncio.sleep(every)
            return True
    except TimeoutError:
        if limit.expired():
            return False
        raise
