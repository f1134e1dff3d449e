"""When you give up you return None, because nothing says what to return.

None is neither yes nor no; it only counts as false by chance. The caller was promised False.
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
