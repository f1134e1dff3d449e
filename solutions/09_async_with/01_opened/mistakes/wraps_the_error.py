"""Another error came out than the one that the body raised.

`raise RuntimeError(...) from error` keeps the first one as the cause, but an `except ValueError`
around the block no longer catches anything. A block that only opens and closes has nothing to say
about the errors in it: `try` and `finally`, without `except`.
"""

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
    except Exception as error:
        raise RuntimeError(f"{name} failed") from error
    finally:
        await connection.close()
