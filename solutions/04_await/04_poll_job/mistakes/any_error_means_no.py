"""When a check fails you return False, as if the time were over.

The caller believes that the job is not ready. In truth nobody knows: the question could not even be
asked.
Let the error out.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    try:
        async with asyncio.timeout(give_up):
            while not await check():
                await asyncio.sleep(every)
            return True
    except Exception:
        return False
