"""A cancel takes the permit with it.

Errors are thought of, but CancelledError is no `Exception`: `except Exception` lets it pass, and
the line that gives the permit back is skipped. A user who goes away while op runs costs a
permit for ever.
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
        value = await op()
    except Exception:
        permits.release()
        raise
    permits.release()
    return value
