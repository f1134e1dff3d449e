"""Connect lazily, once for each key, whoever comes first."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    """Return the client for `key`: the slot's, or else `await connect(key)`.

    Everything that has to be remembered is kept in `slot`. Raises what
    `connect` raises.
    """
    # TODO: connect, but only if nobody has connected or is about to.
    raise NotImplementedError
