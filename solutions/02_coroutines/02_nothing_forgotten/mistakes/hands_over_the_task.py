"""You hand notify the task, not the id that the task will give.

The task did start saving, so it feels as good as saved. But a task is not its result:
notify got an object, and it ran before anything was stored.
Await the task first; what await gives back is the id.
"""

import asyncio
from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    saving = asyncio.create_task(save(record))
    await notify(saving)
    return await saving
