"""`gather` got one list instead of many awaitables.

It takes its awaitables as separate arguments: `gather(a, b, c)`. A list of them has to be
unpacked with a star. As it stands, `gather` tries to wait for the list itself, which is a
TypeError, and none of the coroutines ever runs.
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
    values = await asyncio.gather([fetch(key) for key in wanted])
    found = dict(zip(wanted, values, strict=True))
    return [found[key] for key in keys]
