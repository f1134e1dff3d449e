"""You have gather return the error of a step like a result, and go on.

With `return_exceptions` nothing is raised, and the list looks complete. But an error that is only
returned stops nobody: the later steps run, and your caller takes the error for a result.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[Any]:
    results = []
    for step in steps:
        results += await asyncio.gather(step(), return_exceptions=True)
    return results
