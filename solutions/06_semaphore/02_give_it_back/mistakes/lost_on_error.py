"""The permit is given back only when op returns a value.

`release` stands on the line after the await. When op raises, or when somebody cancels, that line
is never reached and the permit is gone for good. After as many failures as there are permits
everybody waits for ever. What must happen on every way out belongs in a `finally`.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    await permits.acquire()
    value = await op()
    permits.release()
    return value
