"""A plain function that returns an instance of a class."""

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar


class _Connection(Protocol):
    """What `connect` gives: something that has to be closed."""

    async def close(self) -> None:
        """Say goodbye; this takes a moment."""


Conn = TypeVar("Conn", bound=_Connection)


class _Opened:
    def __init__(
        self, connect: Callable[[str], Awaitable[Conn]], name: str
    ) -> None:
        self.steps = connect, name

    async def __aenter__(self) -> Conn:
        connect, name = self.steps
        self.connection = await connect(name)
        return self.connection

    async def __aexit__(self, *error: object) -> bool:
        await self.connection.close()
        return False


def opened(connect: Callable[[str], Awaitable[Conn]], name: str) -> _Opened:
    return _Opened(connect, name)
