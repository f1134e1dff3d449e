"""You leave out answers that look like nothing.

A reader that has nothing to say answers None, 0 or an empty text, and that is an answer like any
other. Without it every later one stands in the wrong place.
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
    answers = await asyncio.gather(*(reader(result) for reader in readers))
    return [answer for answer in answers if answer]
