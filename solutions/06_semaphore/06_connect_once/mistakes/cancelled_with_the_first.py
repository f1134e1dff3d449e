"""All callers await one task, and the first to be cancelled ends it for all of them.

Whoever is cancelled while awaiting a task hands the cancel on to that task. It ends, and all the
others who await it get a CancelledError that nobody meant for them. Each caller needs something
between itself and the task, which a cancel may end instead.
"""

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
    try:
        return await task
    except BaseException:
        if slot.get(key) is task:
            del slot[key]
        raise
