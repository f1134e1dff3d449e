"""You start a task that waits, and return the task instead of its result.

Now it runs, but nobody waits for it. The caller got something to await, and wanted to be spared
just that.
"""

import asyncio
import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if inspect.isawaitable(value):
        return asyncio.ensure_future(value)
    return value
