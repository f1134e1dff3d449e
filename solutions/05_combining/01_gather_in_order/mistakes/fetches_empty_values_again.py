"""A value that counts as false is fetched again, as if it had not come.

`or` cannot tell a value that is missing from one that is 0, empty or None. All of them were fetched
already, and now once more, one after the other.
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
    return [found.get(key) or await fetch(key) for key in keys]
