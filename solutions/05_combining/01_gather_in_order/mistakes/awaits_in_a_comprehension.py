"""Each fetch waits for the one before it, and repeated keys are fetched again.

`[await fetch(key) for key in keys]` is a loop with an `await` in it, only shorter: the next key
gets its turn when this one is over. Start a fetch for each different key first, and wait for
them afterwards.
"""

from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    return [await fetch(key) for key in keys]
