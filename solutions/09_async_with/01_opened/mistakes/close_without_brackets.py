"""`await connection.close` names the method and does not call it.

Without the brackets nothing is closed, and there is nothing to await: Python says that a method
cannot be used in `await`. Write `await connection.close()`.
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
        await connection.close
