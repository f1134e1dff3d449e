"""A cancelled body leaves the connection open.

`except Exception` looks like "whatever goes wrong", but CancelledError is not an Exception: it is
not caught, and nobody closes. `finally` catches every way out.
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
    except Exception:
        await connection.close()
        raise
    else:
        await connection.close()
