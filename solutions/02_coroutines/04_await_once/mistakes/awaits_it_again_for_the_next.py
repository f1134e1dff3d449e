"""You await the coroutine object again for the next reader, and it has been used up.

For the first reader all is well. But the body has run to its end by then, and Python "cannot reuse
already awaited coroutine": it does not start again, and it does not keep its result.
Keep the result yourself, in a variable.
"""

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def share(
    coro: Coroutine[Any, Any, T],
    readers: Sequence[Callable[[T], Awaitable[R]]],
) -> list[R]:
    answers = []
    for reader in readers:
        answers.append(await reader(await coro))
    return answers
