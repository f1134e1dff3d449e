"""You hand back what counts as false without asking whether it can be awaited.

`None` and 0 cannot be awaited, so the question looks superfluous for them. But an object of any
class may count as false: an empty queue of things to come, for one. Whether something can be
awaited has nothing to do with whether it counts as true.
"""

import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if not value:
        return value
    if inspect.isawaitable(value):
        return await value
    return value
