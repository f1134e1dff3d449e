"""Every cancel gives a permit back, also one that strikes while you wait for it.

The wait for the permit and the wait for op stand in the same `try`, so one `except` catches a
cancel in either. In the first case you have no permit yet, and the counter goes up by one that
nobody took.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    try:
        await permits.acquire()
        value = await op()
    except asyncio.CancelledError:
        permits.release()
        raise
    except Exception:
        permits.release()
        raise
    permits.release()
    return value
