"""When you are cancelled at work, nobody gives the permit back."""

import asyncio
from collections.abc import Awaitable, Callable


async def lent(
    permits: asyncio.Semaphore,
    work: Callable[[], Awaitable[str]],
    goodbye: Callable[[], Awaitable[None]],
) -> str:
    await permits.acquire()
    result = await work()
    await goodbye()
    permits.release()
    return result
