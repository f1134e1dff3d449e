"""When you are cancelled you return False, as if the time were over.

Your own limit works with a cancel inside, and turns it into a TimeoutError by itself. A
CancelledError that reaches you comes from outside, from somebody who waits to see it come out.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    try:
        async with asyncio.timeout(give_up) as limit:
            while not await check():
                await asyncio.sleep(every)
            return True
    except asyncio.CancelledError:
        return False
    except TimeoutError:
        if limit.expired():
            return False
        raise
