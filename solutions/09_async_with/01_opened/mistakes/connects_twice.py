"""There were two connections, and only one of them was closed.

Each `connect(name)` opens another one. The first was made, forgotten, and stays open for ever.
Await `connect` once and keep what it gives.
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
    await connect(name)
    connection = await connect(name)
    try:
        yield connection
    finally:
        await connection.close()
