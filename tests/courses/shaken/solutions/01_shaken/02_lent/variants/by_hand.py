"""Taken and given back by hand."""

import asyncio
from collections.abc import Awaitable, Callable


async def lent(
    permits: asyncio.Semaphore,
    work: Callable[[], Awaitable[str]],
    goodbye: Callable[[], Awaitable[None]],
) -> str:
    await permits.acquire()
    try:
        try:
            return await work()
        finally:
            await goodbye()
    finally:
        permits.release()
