"""You start a new check at fixed times, also while the last one is still running.

With quick checks nobody notices. A slow one is overtaken by the next, and the shop has to answer
the same question several times at once.
Wait for the answer before you ask again.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    ready = asyncio.Event()

    async def ask() -> None:
        if await check():
            ready.set()

    try:
        async with asyncio.timeout(give_up), asyncio.TaskGroup() as group:
            while not ready.is_set():
                group.create_task(ask())
                try:
                    await asyncio.wait_for(ready.wait(), every)
                except TimeoutError:
                    pass
    except TimeoutError:
        return False
    return True
