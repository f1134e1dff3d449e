"""The values come in the order in which the fetches finished.

`as_completed` gives you whatever is ready first, and by then nobody remembers which key it
was for. It is the right tool for acting on early results. Here the order of the keys
counts: use `gather`, which keeps the order of its arguments, or carry the key along.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    jobs = [fetch(key) for key in dict.fromkeys(keys)]
    return [await job for job in asyncio.as_completed(jobs)]
