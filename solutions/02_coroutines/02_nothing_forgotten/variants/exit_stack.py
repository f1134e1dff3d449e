"""What to do on the way out is pushed on a stack, once there is an id."""

from contextlib import AsyncExitStack
from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    async with AsyncExitStack() as stack:
        record_id = await save(record)
        stack.push_async_callback(notify, record_id)
        return record_id
