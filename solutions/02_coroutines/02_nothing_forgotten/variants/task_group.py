"""A task group waits for notify; its error comes out in a group."""

import asyncio
from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    record_id = await save(record)
    async with asyncio.TaskGroup() as group:
        group.create_task(notify(record_id))
    return record_id
