"""You pause with time.sleep, and the whole program stands still meanwhile.

Nobody else can run in a pause of that kind, and neither can your own limit: it can strike only when
the loop gets a turn, after the pause.
"""

import asyncio
import time
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    try:
        async with asyncio.timeout(give_up) as limit:
            while not await check():
                time.sleep(every)
            return True
    except TimeoutError:
        if limit.expired():
            return False
        raise
