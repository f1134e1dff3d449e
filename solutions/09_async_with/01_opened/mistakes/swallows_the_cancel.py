"""A body that was cancelled ends as if all had gone well.

`except CancelledError: pass` throws away the request to stop, and the task goes on after the block.
What the clean-up needs is a `finally`; the cancellation then goes on by itself.
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


@asynccontextmanager
async def opened(
    connect: Callable[[str], Awaitable[Conn]], name: str
) -> AsyncIterator[Conn]:
    connection = await connect(name)
    try:
        yield connection
    except asyncio.CancelledError:
        pass
    finally:
        await connection.close()
