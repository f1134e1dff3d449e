"""A dead link is tried a second time.

It may well be that a second try helps. But the task was one request for each url: a host that is in
trouble gets twice as many, and the crawl takes longer than it should.
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
    overall = asyncio.Semaphore(total)
    hosts = defaultdict(lambda: asyncio.Semaphore(per_host))

    async def status_of(url: str) -> int:
        async with hosts[urlsplit(url).hostname], overall:
            for _ in range(2):
                try:
                    async with session.get(url) as response:
                        return response.status
                except aiohttp.ClientConnectionError:
                    continue
            return 0

    async with make_session() as session:
        statuses = await asyncio.gather(*(status_of(url) for url in urls))
    return dict(zip(urls, statuses, strict=True))
