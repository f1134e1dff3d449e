"""`as` names a coroutine object, and nobody ever connected.

`connect(name)` without `await` runs nothing. The body gets the coroutine object for a connection.
At the end `close()` closes that object, and gives nothing that could be awaited.
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
    connection = connect(name)
    try:
        yield connection
    finally:
        await connection.close()
