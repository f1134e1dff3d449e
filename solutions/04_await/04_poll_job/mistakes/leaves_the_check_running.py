"""You give up in time, and the check that was running goes on without you.

asyncio.wait with a timeout stops waiting; it does not stop the task. The check still talks to the
shop when you have long returned, and nobody will hear its answer.
Whoever makes a task has to see to its end.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    loop = asyncio.get_running_loop()
    end = loop.time() + give_up
    while True:
        task = asyncio.create_task(check())
        done, _ = await asyncio.wait([task], timeout=end - loop.time())
        if not done:
            return False
        if task.result():
            return True
        await asyncio.sleep(min(every, end - loop.time()))
        if loop.time() >= end:
            return False
