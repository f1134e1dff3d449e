"""You collect errors among the answers, and raise the first exception object that you find there.

When a reader fails, its error does come out. But one that answers with an exception object, a
record of what went wrong, has not failed. In the list the two look alike.
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
    for answer in answers:
        if isinstance(answer, BaseException):
            raise answer
    return answers
