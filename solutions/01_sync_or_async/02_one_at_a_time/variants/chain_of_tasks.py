"""A chain of tasks: each calls its step when the one before it is over."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def after(
    before: asyncio.Task[list[T]] | None, step: Callable[[], Awaitable[T]]
) -> list[T]:
    results = await before if before else []
    return [*results, await step()]


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    last: asyncio.Task[list[T]] | None = None
    for step in steps:
        last = asyncio.create_task(after(last, step))
    return await last if last else []
