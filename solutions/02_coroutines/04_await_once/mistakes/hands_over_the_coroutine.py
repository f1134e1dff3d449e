"""You hand the readers the coroutine object, and it never ran.

It looks like the report, but it is only what could become the report: nobody awaited it.
Await it first; the readers want what comes out.
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
    return list(await asyncio.gather(*(reader(coro) for reader in readers)))
