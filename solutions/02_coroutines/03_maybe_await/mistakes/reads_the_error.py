"""You tell by the text of a TypeError whether the value could be awaited.

The text is the same wherever the error happens. When the work itself awaits a number by mistake,
some time later, its error bears the very words that you look for, and you swallow it.
"""

from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    try:
        return await value
    except TypeError as error:
        if "await" in str(error):
            return value
        raise
