"""You were told to stop, and returned as if nothing had happened."""

import asyncio
from collections.abc import Awaitable, Callable


async def lent(
    permits: asyncio.Semaphore,
    work: Callable[[], Awaitable[str]],
    goodbye: Callable[[], Awaitable[None]],
) -> str:
    async with permits:
        try:
            return await work()
        except asyncio.CancelledError:
            return "late"
        finally:
            await goodbye()
