"""You return None for something that was cancelled.

A task or a future that was cancelled has no result, not even None. Whoever waits for the price has
to learn that none will come: CancelledError says so.
"""

import asyncio
import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T | None:
    if not inspect.isawaitable(value):
        return value
    try:
        return await value
    except asyncio.CancelledError:
        return None
