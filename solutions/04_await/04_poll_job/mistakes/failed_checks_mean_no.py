"""A check that fails counts as a no, and you go on asking.

It may well be that the next one works. But an error that nobody sees is a wrong address or a bug
that is asked for again and again, until you give up.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    try:
        async with asyncio.timeout(give_up):
            while True:
                try:
                    if await check():
                        return True
                except Exception:
                    pass
                await asyncio.sleep(every)
    except TimeoutError:
        return False
