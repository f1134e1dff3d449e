"""When a reader fails, its error stands among the answers.

return_exceptions keeps gather from raising, and the list looks complete. Whoever uses it does not
know that one of the answers is an error.
If a reader fails, its error has to come out.
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
    return list(answers)
