"""You ask once, and take a no for the final answer.

The first no only means: not yet. There is time until you have to give up, and the caller wants you
to use it.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    try:
        async with asyncio.timeout(give_up) as limit:
            return await check()
    except TimeoutError:
        if limit.expired():
            return False
        raise
