"""The results were read before the tasks had even begun.

A new task gets its first turn when you wait for something; until then it has no result, and
`task.result()` raises InvalidStateError. `result()` does not wait, it only looks. Await the
tasks first.
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
    return [tasks[key].result() for key in keys]
