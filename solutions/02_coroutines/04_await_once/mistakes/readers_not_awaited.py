"""You call the readers but do not await them: the answers are coroutine objects.

The list has the right length and nothing complains. But calling a coroutine function runs nothing:
nothing was printed, mailed or kept.
Let them run together and wait for their answers.
"""

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def share(
    coro: Coroutine[Any, Any, T],
    readers: Sequence[Callable[[T], Awaitable[R]]],
) -> list[R]:
    result = await coro
    return [reader(result) for reader in readers]
