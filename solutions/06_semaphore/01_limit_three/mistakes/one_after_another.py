"""Only one fetch runs at a time, whatever the limit.

`await` in the loop stands still until this fetch is over. The limit is kept, but all places except
one are never used.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    values: list[V] = []
    for key in keys:
        values.append(await fetch(key))
    return values
