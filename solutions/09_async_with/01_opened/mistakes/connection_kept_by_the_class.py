"""The connection was stored on the class, and all its objects share that.

`opened.connection = ...` sets one value for all blocks: when two of them are open at the same time,
both close the second connection, and nobody closes the first one. `self.connection` belongs to one
block alone.
"""

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar


class _Connection(Protocol):
    """What `connect` gives: something that has to be closed."""

    async def close(self) -> None:
        """Say goodbye; this takes a moment."""


Conn = TypeVar("Conn", bound=_Connection)


class opened:
    def __init__(
        self, connect: Callable[[str], Awaitable[Conn]], name: str
    ) -> None:
        self.connect = connect
        self.name = name

    async def __aenter__(self) -> Conn:
        opened.connection = await self.connect(self.name)
        return opened.connection

    async def __aexit__(self, *error: object) -> None:
        await opened.connection.close()
