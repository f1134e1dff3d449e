"""asyncio.run starts an event loop, and you are already inside one.

It is how a coroutine is run from ordinary code, so it seems to be the way to get at the result.
Inside an async function the loop is already running, and await is all it takes.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def share(
    coro: Coroutine[Any, Any, T],
    readers: Sequence[Callable[[T], Awaitable[R]]],
) -> list[R]:
    result = asyncio.run(coro)
    return list(await asyncio.gather(*(reader(result) for reader in readers)))
