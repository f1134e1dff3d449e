"""All fetches run at once; nothing looks at the limit.

`gather` starts everything it is given. The order and the values are right, but the server
sees all the connections at the same moment. Something has to make a fetch wait until there
is a place for it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    return list(await asyncio.gather(*(fetch(key) for key in keys)))
