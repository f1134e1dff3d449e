"""One check and one pause; the rest is the same task with less time."""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    loop = asyncio.get_running_loop()
    began = loop.time()
    is_ready = await outcome(check(), give_up)
    if is_ready is None or is_ready:
        return bool(is_ready)
    left = began + give_up - loop.time()
    if every >= left:
        await asyncio.sleep(left)
        return False
    await asyncio.sleep(every)
    return await wait_until(check, every, left - every)


async def outcome(checking: Any, seconds: float) -> bool | None:
    limit = asyncio.timeout(seconds)
    try:
        async with limit:
            return await checking
    except TimeoutError:
        if not limit.expired():
            raise
        return None
