"""You give every reader a copy of the result.

It keeps one reader from scribbling into what another one reads. But a copy costs what the result
costs, a connection has none, and a reader that marks the report as read marks something else.
"""

import asyncio
import copy
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def share(
    coro: Coroutine[Any, Any, T],
    readers: Sequence[Callable[[T], Awaitable[R]]],
) -> list[R]:
    result = await coro
    return list(
        await asyncio.gather(
            *(reader(copy.copy(result)) for reader in readers)
        )
    )
