"""After an error you ask for the results of fetches that have none yet.

`FIRST_EXCEPTION` wakes you as soon as one has failed, and the others still run. `result()` of one
of them raises InvalidStateError, and that comes out in place of the real error.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    tasks = {
        key: asyncio.ensure_future(fetch(key)) for key in dict.fromkeys(keys)
    }
    if tasks:
        await asyncio.wait(tasks.values(), return_when=asyncio.FIRST_EXCEPTION)
    return [tasks[key].result() for key in keys]
