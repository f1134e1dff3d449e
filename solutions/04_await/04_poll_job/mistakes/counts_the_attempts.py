"""You count attempts, and the time that the checks take is not in the count.

How many pauses fit into the time is a number of attempts only if a check takes no time at all.
With slow checks you give up much too late.
What is limited is time, so look at the clock.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    for _ in range(int(give_up / every)):
        if await check():
            return True
        await asyncio.sleep(every)
    return False
