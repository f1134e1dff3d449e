"""This is an async generator, and `async with` does not know what to do with it.

A generator has no `__aenter__` and no `__aexit__`. `@asynccontextmanager` above the function makes
them from what stands before and after the `yield`. It is there in the stub.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Protocol, TypeVar


class _Connection(Protocol):
    """What `connect` gives: something that has to be closed."""

    async def close(self) -> None:
        """Say goodbye; this takes a moment."""


Conn = TypeVar("Conn", bound=_Connection)


async def opened(
    connect: Callable[[str], Awaitable[Conn]], name: str
) -> AsyncIterator[Conn]:
    connection = await connect(name)
    try:
        yield connection
    finally:
        await connection.close()
