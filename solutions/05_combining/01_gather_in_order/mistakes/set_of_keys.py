"""A set made the keys unique, and forgot their order.

`set(keys)` does remove repeats, but a set has an order of its own, and it is shorter than
`keys`. `dict.fromkeys(keys)` keeps the first occurrence of each key in its place; the
repeats have to come back when you collect the values.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    return list(await asyncio.gather(*(fetch(key) for key in set(keys))))
