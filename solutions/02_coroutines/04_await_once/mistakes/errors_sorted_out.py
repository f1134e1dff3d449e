"""You sort out what looks like an error, and the other answers move up.

Whoever called you gets a shorter list, and does not know whose answer is missing. A reader that
fails was asked to do something, and nobody hears that it was not done.
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
    answers = await asyncio.gather(
        *(reader(result) for reader in readers), return_exceptions=True
    )
    return [
        answer for answer in answers if not isinstance(answer, BaseException)
    ]
