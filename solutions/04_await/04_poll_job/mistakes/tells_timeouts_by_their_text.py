"""You take a TimeoutError without a text for yours, and the check may raise one like that too.

A check that sets a limit of its own raises the very same error as you, to the letter: neither type
nor text can tell them apart.
What can tell is your limit: it knows whether its time was over.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    try:
        async with asyncio.timeout(give_up):
            while not await check():
                await asyncio.sleep(every)
            return True
    except TimeoutError as error:
        if error.args:
            raise
        return False
