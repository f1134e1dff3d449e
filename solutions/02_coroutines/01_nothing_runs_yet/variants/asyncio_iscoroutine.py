"""asyncio has a function of the same name as inspect."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    made = func()
    answers = asyncio.iscoroutine(made), started()
    result = await made
    return (*answers, result)
