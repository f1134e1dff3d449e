"""Fetch many keys at the same time and return the values in order."""

from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    """Return the value of every key, in the order of `keys`.

    All fetches run at the same time. A key that occurs several times is
    fetched once.
    """
    # TODO: fetch each different key, then put the values in order.
    raise NotImplementedError
