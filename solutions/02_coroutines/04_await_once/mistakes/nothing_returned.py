"""The readers all ran, and you return nothing.

The work is done, so nothing seems to be missing; yet your caller gets None instead of the answers.
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
    result = await coro
    await asyncio.gather(*(reader(result) for reader in readers))
