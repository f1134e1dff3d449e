"""A `TaskGroup` connects and closes: its errors come out in a group."""

import asyncio
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
    async with asyncio.TaskGroup() as group:
        connecting = group.create_task(connect(name))
    connection = connecting.result()
    try:
        yield connection
    finally:
        async with asyncio.TaskGroup() as group:
            group.create_task(connection.close())
