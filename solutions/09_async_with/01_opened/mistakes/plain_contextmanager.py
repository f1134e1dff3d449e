"""`contextmanager` makes a manager for `with`, not for `async with`.

It has `__enter__` and `__exit__`, which cannot wait, so there is no place for an `await`.
`asynccontextmanager` is the one with `__aenter__` and `__aexit__`.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar


class _Connection(Protocol):
    """What `connect` gives: something that has to be closed."""

    async def close(self) -> None:
        """Say goodbye; this takes a moment."""


Conn = TypeVar("Conn", bound=_Connection)


@contextmanager
def opened(
    connect: Callable[[str], Awaitable[Conn]], name: str
) -> Iterator[Conn]:
    connection = asyncio.ensure_future(connect(name))
    try:
        yield connection
    finally:
        connection.close()
