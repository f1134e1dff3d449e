"""You look now and then whether a future is done, and most results are seen too late.

What comes between two looks waits for the next one. await wakes you at the moment when it is
there.
"""

import asyncio
import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if asyncio.isfuture(value):
        while not value.done():
            await asyncio.sleep(1)
        return value.result()
    if inspect.isawaitable(value):
        return await value
    return value
