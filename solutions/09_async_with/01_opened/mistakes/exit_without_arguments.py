"""`__aexit__` is called with three arguments and takes none.

Python tells it how the block ended: the type of the error, the error and its traceback, or three
times None. Also an `__aexit__` that does not want to know has to take them: `*error` is enough.
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

    async def __aexit__(self) -> None:
        await self.connection.close()
