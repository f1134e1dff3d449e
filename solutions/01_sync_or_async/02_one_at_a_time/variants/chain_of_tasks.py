"""A chain of tasks, each of which waits for the one before it, and calls its step only then."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def after(before: asyncio.Task[list[T]] | None, step: Callable[[], Awaitable[T]]) -> list[T]:
    results = await before if before else []
    return [*results, await step()]


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    last: asyncio.Task[list[T]] | None = None
    for step in steps:
        last = asyncio.create_task(after(last, step))
    return await last if last else []
