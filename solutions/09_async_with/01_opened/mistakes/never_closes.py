"""Nobody closes the connection.

`yield await connect(name)` opens it and hands it over, and nothing comes after that. Keep it in a
variable and close it after the `yield`, in a `finally`.
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
    yield await connect(name)
