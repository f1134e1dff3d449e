"""`close()` was called, but nothing was closed.

It is a coroutine function: the call only makes a coroutine object, which is thrown away at once.
Put `await` in front of it. In a `finally` you may await as anywhere else.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Protocol, TypeVar


class _Connection(Protocol):
    """What `connect` gives: something that has to be closed."""

    async def close(self) -> None:
        """Say goodbye; this takes a moment."""


Conn = TypeVar("Conn", bound=_Connection)


@asynccontextmanager
async def opened(
    connect: Callable[[str], Awaitable[Conn]], name: str
) -> AsyncIterator[Conn]:
    connection = await connect(name)
    try:
        yield connection
    finally:
        connection.close()
