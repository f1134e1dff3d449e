"""You ask a future for its result at once, and it may not have one yet.

result does not wait. It gives what is there, and raises InvalidStateError as long as there is
nothing.
"""

import asyncio
import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if asyncio.isfuture(value):
        return value.result()
    if inspect.isawaitable(value):
        return await value
    return value
