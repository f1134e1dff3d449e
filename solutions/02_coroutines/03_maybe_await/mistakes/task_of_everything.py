"""You make a task of whatever comes, and there is no task of a number.

ensure_future accepts all kinds of awaitables, which is fine, and refuses the rest with a TypeError.
Whether there is anything to wait for has to be asked before.
"""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    return await asyncio.ensure_future(value)
