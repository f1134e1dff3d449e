"""You know coroutine objects, tasks and futures, and hand back whatever else can be awaited.

A list of kinds is never complete. Any class with an __await__ method makes objects that can be
awaited, and libraries have many of them.
"""

import asyncio
import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if inspect.iscoroutine(value) or asyncio.isfuture(value):
        return await value
    return value
