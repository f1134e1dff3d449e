"""A task is awaited and asked if it failed; a cancel is passed on to it."""

import asyncio
from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    task = asyncio.ensure_future(op())
    try:
        await asyncio.wait([task])
    finally:
        task.cancel()
    if not task.cancelled() and isinstance(task.exception(), errors):
        return default
    return task.result()
