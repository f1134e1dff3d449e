"""Two keys whose texts are the same were taken for one key.

`str(key)` makes a text of every key, and the number 7 and the text "7" become the same. One of them
was never fetched and gets the other one's value. A dict takes the keys as they are.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    wanted = {str(key): key for key in keys}
    values = await asyncio.gather(*(fetch(key) for key in wanted.values()))
    found = dict(zip(wanted, values, strict=True))
    return [found[str(key)] for key in keys]
