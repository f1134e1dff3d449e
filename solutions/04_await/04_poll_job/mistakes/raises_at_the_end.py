"""When you give up, a TimeoutError comes out.

That is a common way to say it, and not the one that was agreed upon here: to give up is an answer
like any other, and it is False.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    async with asyncio.timeout(give_up):
        while not await check():
            await asyncio.sleep(every)
        return True
