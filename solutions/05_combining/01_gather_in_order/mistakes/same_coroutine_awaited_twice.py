"""A coroutine object can be awaited only once.

The dict holds coroutine objects. They do not run until somebody awaits them, so they run
one after another, and the second `await` of the same one raises RuntimeError. A *task* runs
by itself and can be awaited as often as you like.
"""

from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    jobs = {key: fetch(key) for key in dict.fromkeys(keys)}
    return [await jobs[key] for key in keys]
