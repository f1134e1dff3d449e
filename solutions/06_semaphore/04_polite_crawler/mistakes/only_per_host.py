"""Each host has its limit, and the sum of them all has none.

With two hundred hosts and two places each, four hundred requests are under way. The limit for all
is a second one, beside the first.
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
    hosts = defaultdict(lambda: asyncio.Semaphore(per_host))

    async def status_of(session: aiohttp.ClientSession, url: str) -> int:
        async with hosts[urlsplit(url).hostname]:
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
