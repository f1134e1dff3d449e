"""You shield the check, so that it outlives your limit.

shield keeps a cancel away from what it holds, your own one too. You return in time, and the check
still talks to the shop, although nobody will hear its answer.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    try:
        async with asyncio.timeout(give_up) as limit:
            while not await asyncio.shield(check()):
                await asyncio.sleep(every)
            return True
    except TimeoutError:
        if limit.expired():
            return False
        raise
