"""In a task group a timer cancels the polling task; errors come in a group."""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    async def ask() -> bool:
        while not await check():
            await asyncio.sleep(every)
        timer.cancel()
        return True

    async def ring() -> None:
        await asyncio.sleep(give_up)
        polling.cancel()

    async with asyncio.TaskGroup() as group:
        polling = group.create_task(ask())
        timer = group.create_task(ring())
    return not polling.cancelled()
