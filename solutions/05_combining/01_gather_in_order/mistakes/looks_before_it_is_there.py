"""Each of them looked for the value before any of them had fetched it.

"Is it in the dict? If not, fetch it and store it" is safe in code that runs in one go. Here there
is an `await` between the look and the store, and in that gap the others look too and find nothing.
Store something at once, without an `await` in between: the task instead of the value.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    found: dict[K, V] = {}

    async def look_up(key: K) -> V:
        if key not in found:
            found[key] = await fetch(key)
        return found[key]

    return list(await asyncio.gather(*(look_up(key) for key in keys)))
