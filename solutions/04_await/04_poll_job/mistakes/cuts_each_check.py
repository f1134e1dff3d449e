"""You cut off every check that takes longer than a pause.

every is how long you wait between two checks; it says nothing about how long one may take. A slow
check never gets to its answer, and you never hear that the job is ready.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    async def ask() -> bool:
        while True:
            try:
                if await asyncio.wait_for(check(), every):
                    return True
            except TimeoutError:
                pass
            await asyncio.sleep(every)

    try:
        return await asyncio.wait_for(ask(), give_up)
    except TimeoutError:
        return False
