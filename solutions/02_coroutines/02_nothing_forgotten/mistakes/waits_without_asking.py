"""asyncio.wait waits until a task is done, and does not say how it went.

Other ways to wait raise the error of the task, so one gets used to it. wait raises nothing: the
error stays in the task until somebody asks for its result, and here nobody does.
Await the task (or notify itself): that waits and asks.
"""

import asyncio
from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = await save(record)
    await asyncio.wait([asyncio.create_task(notify(record_id))])
    return record_id
