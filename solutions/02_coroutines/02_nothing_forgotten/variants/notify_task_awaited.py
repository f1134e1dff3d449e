"""notify runs in a task, which is awaited before returning."""

import asyncio
from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = await save(record)
    telling = asyncio.create_task(notify(record_id))
    await telling
    return record_id
