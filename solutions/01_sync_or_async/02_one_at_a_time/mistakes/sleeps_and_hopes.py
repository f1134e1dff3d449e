"""You start a step, sleep for one second, and start the next one without asking if it has ended.

It goes well as long as each step takes a second or less. The clock knows nothing about a step:
one that takes longer still runs when the next one begins, and one that is quick is waited for too
long.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    tasks = []
    for step in steps:
        tasks.append(asyncio.create_task(step()))
        await asyncio.sleep(1)
    return [await task for task in tasks]
