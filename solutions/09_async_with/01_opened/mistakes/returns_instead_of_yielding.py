"""`return` ends the function, and then there is no place where the block could run.

Without a `yield` this is a coroutine, and `asynccontextmanager` cannot enter and leave it. The
`yield` is where the body of the block runs, and what comes after it is the exit.
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
        return connection
    finally:
        await connection.close()
