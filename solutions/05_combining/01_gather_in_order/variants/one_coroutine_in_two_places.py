"""`gather` runs the same coroutine object once, however often it is given."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    jobs = {key: fetch(key) for key in dict.fromkeys(keys)}
    return list(await asyncio.gather(*(jobs[key] for key in keys)))
