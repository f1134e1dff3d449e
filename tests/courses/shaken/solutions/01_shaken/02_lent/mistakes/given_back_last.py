"""A second cancel strikes in the goodbye, and the line that gives back never runs."""

import asyncio
from collections.abc import Awaitable, Callable


async def lent(
    permits: asyncio.Semaphore,
    work: Callable[[], Awaitable[str]],
    goodbye: Callable[[], Awaitable[None]],
) -> str:
    await permits.acquire()
    try:
        return await work()
    finally:
        await goodbye()
        permits.release()
