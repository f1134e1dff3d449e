"""You make a task for each reader and await it at once, so they run one after another.

A task runs beside you, but you stand still until it is done and only then make the next one.
Make all of them first, then wait.
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
    answers = []
    for reader in readers:
        task = asyncio.create_task(reader(result))
        answers.append(await task)
    return answers
