"""`as` names None: `__aenter__` did not return the connection.

`async with opened(...) as c` gives `c` the result of `__aenter__`, not the manager and not what
it stored. An `__aenter__` that only connects is seen in many examples; without `return` the name
after `as` is None.
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

    async def __aenter__(self) -> None:
        self.connection = await self.connect(self.name)

    async def __aexit__(self, *error: object) -> None:
        await self.connection.close()
