"""When you are cancelled, the task that you made for op goes on.

asyncio.wait only looks on: when it is cancelled, it leaves the tasks alone. Whoever makes a task
has to see to it that it ends.
Awaiting the task itself passes the cancel on.
"""

import asyncio
from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    task = asyncio.create_task(op())
    await asyncio.wait([task])
    try:
        return task.result()
    except errors:
        return default
