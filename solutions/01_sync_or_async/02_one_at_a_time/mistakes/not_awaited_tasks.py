"""You start each step as a task and return at once: nothing has ended, and nothing has a result.

A task runs beside you, and nobody waits for it unless you do. All steps begin together, after you
have returned.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    results: list[T] = []
    for step in steps:
        task = asyncio.create_task(step())
        task.add_done_callback(lambda done: results.append(done.result()))
    return results
