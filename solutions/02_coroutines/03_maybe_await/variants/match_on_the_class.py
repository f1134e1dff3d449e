"""match tells what can be awaited from what cannot."""

from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    match value:
        case Awaitable():
            return await value
        case _:
            return value
