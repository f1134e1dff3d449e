"""asyncio.run starts an event loop, and you are already inside one.

It is how a coroutine is run from ordinary code. Your function is an async def, in which the loop
runs already.
"""

import asyncio
import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if inspect.iscoroutine(value):
        return asyncio.run(value)
    if inspect.isawaitable(value):
        return await value
    return value
