"""You add up the pauses and forget the checks, which take time as well.

While a check runs the clock goes on, but your count of seconds stands still. So you give up late,
and the later the slower the checks are.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    waited = 0.0
    while waited < give_up:
        if await check():
            return True
        pause = min(every, give_up - waited)
        await asyncio.sleep(pause)
        waited += pause
    return False
