"""You await generators too, and await does not take them.

Long ago, coroutines were made of generators. A generator that somebody wrote with `yield`, or in
round brackets, has no `__await__` method: it is a value, like a list.
"""

import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if inspect.isawaitable(value) or inspect.isgenerator(value):
        return await value
    return value
