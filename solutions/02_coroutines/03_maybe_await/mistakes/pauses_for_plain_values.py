"""You wait a moment also where the value is already there.

It was meant to treat all values alike. A value that needs no waiting is returned at once.
"""

import asyncio
import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if not inspect.isawaitable(value):
        return await asyncio.sleep(0.5, value)
    return await value
