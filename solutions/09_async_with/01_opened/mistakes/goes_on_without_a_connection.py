"""When `connect` failed, the block was entered all the same, with None.

The error was caught, and the body begins without a connection to work with. There is nothing to
repair here: let the error come out, and the body does not begin.
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
    try:
        connection = await connect(name)
    except Exception:
        connection = None
    try:
        yield connection
    finally:
        if connection is not None:
            await connection.close()
