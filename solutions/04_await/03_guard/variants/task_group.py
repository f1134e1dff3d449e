"""A task group, and except* for what is in the group that comes out of it."""

import asyncio
from typing import Any


async def or_default(op: Any, default: Any, errors: tuple[type[Exception], ...]) -> Any:
    has_failed = False
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(op())
    except* errors:
        has_failed = True
    return default if has_failed else task.result()
