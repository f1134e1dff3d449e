"""When you are cancelled, the check goes on without you.

At the end of the time you cancel it yourself. But a cancel from outside strikes where you wait for
the task, and asyncio.wait does not hand it on: you leave, and the polling stays.
What has to happen on every way out belongs in a finally.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    async def ask() -> bool:
        while not await check():
            await asyncio.sleep(every)
        return True

    polling = asyncio.create_task(ask())
    done, _ = await asyncio.wait([polling], timeout=give_up)
    if not done:
        polling.cancel()
        return False
    return polling.result()
