"""One task for all, behind shields; if it fails, it leaves the slot."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    task = slot.get(key)
    if task is None:
        task = slot[key] = asyncio.ensure_future(connect(key))
        task.add_done_callback(lambda done: forget_failure(slot, key, done))
    return await asyncio.shield(task)


def forget_failure(
    slot: dict[str, Any], key: str, done: asyncio.Task[Any]
) -> None:
    if (done.cancelled() or done.exception()) and slot.get(key) is done:
        del slot[key]
