"""You raise an exception object that a fetch returned as its value.

`return_exceptions=True` puts what was raised and what was returned into one list, and there they
look the same. Values may be anything. Without it, what is raised comes out by itself.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    wanted = list(dict.fromkeys(keys))
    values = await asyncio.gather(
        *(fetch(key) for key in wanted), return_exceptions=True
    )
    for value in values:
        if isinstance(value, BaseException):
            raise value
    found = dict(zip(wanted, values, strict=True))
    return [found[key] for key in keys]
