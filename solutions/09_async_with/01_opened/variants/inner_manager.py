"""A plain function that returns a manager made inside it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Protocol, TypeVar


class _Connection(Protocol):
    """What `connect` gives: something that has to be closed."""

    async def close(self) -> None:
        """Say goodbye; this takes a moment."""


Conn = TypeVar("Conn", bound=_Connection)


def opened(
    connect: Callable[[str], Awaitable[Conn]], name: str
) -> AsyncIterator[Conn]:
    @asynccontextmanager
    async def manager() -> AsyncIterator[Conn]:
        connection = await asyncio.ensure_future(connect(name))
        try:
            yield connection
        finally:
            await asyncio.ensure_future(connection.close())

    return manager()
