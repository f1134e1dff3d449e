"""The tasks are kept at the top of the module, and a later call finds the old ones.

An old task answers at once, with the value that it fetched back then, or with the error. And a
task belongs to the event loop in which it was made. Keep them in a dict inside the function.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


TASKS: dict[Hashable, asyncio.Future] = {}


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    for key in keys:
        if key not in TASKS:
            TASKS[key] = asyncio.ensure_future(fetch(key))
    return [await TASKS[key] for key in keys]
