"""A shared task, awaited with `asyncio.wait`, which hands no cancel on."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    task = slot.get(key)
    if task is None or (
        task.done() and (task.cancelled() or task.exception())
    ):
        task = slot[key] = asyncio.create_task(connect(key))
    await asyncio.wait([task])
    return task.result()
