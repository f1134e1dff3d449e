"""`as` names the manager, not the connection.

`return self` at the end of `__aenter__` is right for objects that *are* what you work with, such
as a session. Here the caller wants the connection: return that.
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

    async def __aenter__(self) -> "opened":
        self.connection = await self.connect(self.name)
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.connection.close()
