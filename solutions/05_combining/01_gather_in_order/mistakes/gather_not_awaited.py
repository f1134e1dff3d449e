"""The fetches were started, but nobody waited for them.

`asyncio.gather(...)` returns at once with a future: a promise of the list, not the list.
The function returned that promise and the fetches went on without anybody watching. Put
`await` in front of it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    jobs = {
        key: asyncio.ensure_future(fetch(key)) for key in dict.fromkeys(keys)
    }
    return asyncio.gather(*(jobs[key] for key in keys))
