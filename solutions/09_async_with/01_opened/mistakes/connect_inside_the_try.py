"""When `connect` fails, another error takes its place.

The `finally` also runs when there is no connection yet, tries to close None, and its
AttributeError hides what really happened. Connect before the `try`: what is not open need not be
closed.
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
    connection = None
    try:
        connection = await connect(name)
        yield connection
    finally:
        await connection.close()
