"""After a body that went well, the connection is closed twice.

The `finally` runs in any case, also after the line that closes at the end of the `try`. One of the
two is enough, and it is the `finally`.
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
        await connection.close()
    finally:
        await connection.close()
