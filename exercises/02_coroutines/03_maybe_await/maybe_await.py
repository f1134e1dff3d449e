"""Maybe await: a value that is there, or one that has to be waited for."""

from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    """Return `value`, or its result if it can be awaited.

    It is awaited once at most, and an error inside it comes out.
    """
    # TODO: find out whether the value can be awaited; await it, or return it
    # as it is.
    raise NotImplementedError
