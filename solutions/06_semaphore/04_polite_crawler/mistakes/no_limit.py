"""All requests leave at once; neither limit is looked at.

The statuses are right, and the next time the host does not let you in any more.
"""

import asyncio
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, suppress
from itertools import count
from urllib.parse import urlsplit

import aiohttp


async def crawl(
    make_session: Callable[..., aiohttp.ClientSession],
    urls: Sequence[str],
    per_host: int,
    total: int,
) -> dict[str, int]:
    async def status_of(session: aiohttp.ClientSession, url: str) -> int:
        try:
            async with session.get(url) as response:
                return response.status
        except aiohttp.ClientConnectionError:
            return 0

    async with make_session() as session:
        statuses = await asyncio.gather(
            *(status_of(session, url) for url in urls)
        )
    return dict(zip(urls, statuses, strict=True))
