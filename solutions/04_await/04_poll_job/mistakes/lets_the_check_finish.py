"""Your pauses stop in time, but a check that is running is waited for.

When the time is over in the middle of a check, you go on until it has ended, and return late. A
check may take very long, and the caller said when it has had enough.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    loop = asyncio.get_running_loop()
    end = loop.time() + give_up
    while loop.time() < end:
        if await check():
            return True
        await asyncio.sleep(min(every, end - loop.time()))
    return False
