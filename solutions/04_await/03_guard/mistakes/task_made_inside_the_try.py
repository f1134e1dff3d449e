"""Your try stands around making the task, and the error comes out where the task is awaited.

A task begins to run only when you wait for something. So making one never fails, and the try has
nothing to catch.
What has to stand inside is the await.
"""

import asyncio
from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        task = asyncio.create_task(op())
    except errors:
        return default
    return await task
