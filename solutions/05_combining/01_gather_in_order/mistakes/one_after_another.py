"""Each fetch waits for the one before it.

`await` inside the loop means: stand here until this one is over, and only then look at the
next key. Nothing is wrong with the values, but the times add up. Start all fetches first,
then wait for them.
"""

from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    found: dict[K, V] = {}
    for key in keys:
        if key not in found:
            found[key] = await fetch(key)
    return [found[key] for key in keys]
