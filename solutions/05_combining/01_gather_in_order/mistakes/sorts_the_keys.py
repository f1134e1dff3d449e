"""The keys were sorted, and not all keys can be.

`sorted(set(keys))` does give each key once in a fixed order. But keys only have to be hashable:
a text and a number in the same list, or None, and sorting is a TypeError. `dict.fromkeys(keys)`
keeps the order in which they came and compares nothing.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    wanted = sorted(set(keys))
    values = await asyncio.gather(*(fetch(key) for key in wanted))
    found = dict(zip(wanted, values, strict=True))
    return [found[key] for key in keys]
