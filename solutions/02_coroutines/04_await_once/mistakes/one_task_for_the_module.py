"""The task waits in a variable of the module, and all calls share that.

While one report is being computed another call comes with a coroutine of its own. You find a task
that is running already and wait for it: the second coroutine never runs, and its readers get
somebody else's report. What belongs to one call belongs in a variable of that call.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

running: asyncio.Task[Any] | None = None


async def share(
    coro: Coroutine[Any, Any, T],
    readers: Sequence[Callable[[T], Awaitable[R]]],
) -> list[R]:
    global running
    if running is None:
        running = asyncio.create_task(coro)
    try:
        result = await running
    finally:
        running = None
    return list(await asyncio.gather(*(reader(result) for reader in readers)))
