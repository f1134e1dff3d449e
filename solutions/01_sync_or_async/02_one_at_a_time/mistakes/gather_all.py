"""You run all steps at the same time, but each one relies on the step before it.

gather is good where several waits have nothing to do with each other.
Here the files are copied while the server still runs, and a step that fails stops nothing.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    return await asyncio.gather(*(step() for step in steps))
