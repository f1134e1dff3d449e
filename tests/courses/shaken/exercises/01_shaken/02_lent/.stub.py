"""Work with a permit."""

import asyncio
from collections.abc import Awaitable, Callable


async def lent(
    permits: asyncio.Semaphore,
    work: Callable[[], Awaitable[str]],
    goodbye: Callable[[], Awaitable[None]],
) -> str:
    """Return the result of the work."""
    # TODO: work only with a permit
    raise NotImplementedError
