"""When the coroutine fails, you hand the readers its error as if it were the result.

With return_exceptions, gather gives errors back like values, and what reads the list does not see
the difference. The readers were called with an exception and mailed it to somebody.
No result, no reader: let the error out.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def share(
    coro: Coroutine[Any, Any, T],
    readers: Sequence[Callable[[T], Awaitable[R]]],
) -> list[R]:
    (result,) = await asyncio.gather(coro, return_exceptions=True)
    return list(await asyncio.gather(*(reader(result) for reader in readers)))
