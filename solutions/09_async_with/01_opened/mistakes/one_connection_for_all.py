"""All blocks use the same variable, and the last one in overwrites it.

With `global` there is one `connection` for the whole program. When two blocks are open at the same
time, both of them close the second connection, and nobody closes the first one. A local variable of
the generator belongs to its block alone.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Protocol, TypeVar


class _Connection(Protocol):
    """What `connect` gives: something that has to be closed."""

    async def close(self) -> None:
        """Say goodbye; this takes a moment."""


Conn = TypeVar("Conn", bound=_Connection)


current = None


@asynccontextmanager
async def opened(
    connect: Callable[[str], Awaitable[Conn]], name: str
) -> AsyncIterator[Conn]:
    global current
    current = await connect(name)
    try:
        yield current
    finally:
        await current.close()
