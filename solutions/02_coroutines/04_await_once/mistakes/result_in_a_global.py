"""The result waits in a variable of the module, and all calls share that.

You put it there before the readers begin, and alone that goes well. When two reports are there at
the same moment, the second result overwrites the first before its readers have looked.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

report: Any = None


async def share(
    coro: Coroutine[Any, Any, T],
    readers: Sequence[Callable[[T], Awaitable[R]]],
) -> list[R]:
    global report
    report = await coro

    async def branch(reader: Callable[[Any], Awaitable[R]]) -> R:
        return await reader(report)

    return list(await asyncio.gather(*map(branch, readers)))
