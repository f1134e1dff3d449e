"""A TimeoutError of the check is taken for yours, and you say no long before the time is over.

The shop's own line may be slow and raise the very same kind of error. For the caller that is a
failure that it wants to know of, not the answer no.
A limit on time can tell whether it was the one that expired.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    try:
        async with asyncio.timeout(give_up):
            while not await check():
                await asyncio.sleep(every)
            return True
    except TimeoutError:
        return False
