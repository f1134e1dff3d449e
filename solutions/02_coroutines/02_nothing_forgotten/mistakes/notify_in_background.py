"""You put notify into a task and return at once, so it is still running.

It feels fast, and the message usually goes out. But your caller believes that all is done,
the task may be cut off in the middle, and its error has nobody to go to.
If you start a task, await it before you return.
"""

import asyncio
from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = await save(record)
    asyncio.create_task(notify(record_id))
    return record_id
