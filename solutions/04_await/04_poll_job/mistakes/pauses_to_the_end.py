"""Your checks stop in time, but a pause once begun lasts to its end.

The limit stands around the check alone. When the time is over in a pause, nobody looks at the clock
until the pause has passed, and you return late.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    loop = asyncio.get_running_loop()
    end = loop.time() + give_up
    while loop.time() < end:
        try:
            async with asyncio.timeout_at(end) as limit:
                if await check():
                    return True
        except TimeoutError:
            if limit.expired():
                return False
            raise
        await asyncio.sleep(every)
    return False
