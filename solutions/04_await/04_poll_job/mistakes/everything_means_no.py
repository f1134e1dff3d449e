"""Whatever happens you return False: an error, a cancel, the end of the time.

A bare except catches all of it. An error of the check is not the answer no, and whoever cancels you
waits for the cancel to come out.
Catch the one thing that you mean.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    try:
        async with asyncio.timeout(give_up):
            while not await check():
                await asyncio.sleep(every)
            return True
    except:  # noqa: E722
        return False
