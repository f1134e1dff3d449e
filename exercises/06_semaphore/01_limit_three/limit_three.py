"""Fetch many keys with a limited number of connections."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    """Return the value of every key, in the order of `keys`.

    At most `limit` fetches run at the same time (`limit` is at least 1), and a
    place that becomes free is used at once.
    """
    # TODO: fetch the keys, never more than `limit` at once.
    raise NotImplementedError
