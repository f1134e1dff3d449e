"""You wait for some time at most, and nobody set a limit.

A price that takes longer never comes: a TimeoutError comes out instead.
"""

import asyncio
import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if inspect.isawaitable(value):
        return await asyncio.wait_for(value, 30)
    return value
