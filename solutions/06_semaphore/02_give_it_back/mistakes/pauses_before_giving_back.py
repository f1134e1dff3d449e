"""The permit is given back only after a pause.

It stays taken although op is over, so whoever waits begins late. And a `finally` that awaits can
itself be cancelled: then the line after the pause is never reached, and the permit is lost
(linters call this ASYNC102). Nothing that waits belongs before the release.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    await permits.acquire()
    try:
        return await op()
    finally:
        await asyncio.sleep(0.1)  # let the machine cool down
        permits.release()
