"""`__aexit__` hands on what `close()` answered, and a true answer swallows the error.

`return await connection.close()` saves a line, but the result of `__aexit__` is a message to
Python: anything true means "drop the error". Await the close and return nothing.
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
        self.connection = await self.connect(self.name)
        return self.connection

    async def __aexit__(self, *error: object) -> bool:
        return await self.connection.close()
