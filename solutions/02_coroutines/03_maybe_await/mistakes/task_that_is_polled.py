"""You make a task, and look now and then whether it is done.

The work runs, and most results are seen too late: what comes between two looks waits for the next
one. await wakes you at the moment when it is there.
"""

import asyncio
import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if not inspect.isawaitable(value):
        return value
    task = asyncio.ensure_future(value)
    while not task.done():
        await asyncio.sleep(0.1)
    return task.result()
