"""The connection was opened by the call, before the block was entered.

Making a task starts the work at once. A manager may be made early and entered late, or never, and
then the connection stays open, with nobody to close it. Do everything in the entry.
"""

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
    connecting = asyncio.ensure_future(connect(name))

    @asynccontextmanager
    async def manager() -> AsyncIterator[Conn]:
        connection = await connecting
        try:
            yield connection
        finally:
            await connection.close()

    return manager()
