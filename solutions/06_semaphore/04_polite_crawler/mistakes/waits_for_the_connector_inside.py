"""Requests that wait in the connector for their host hold a place of your semaphore.

The connector keeps the limit for each host, the semaphore the one for all. A request takes its
place at the semaphore, goes into `session.get` and waits there until its host has room. Meanwhile
the quick hosts wait at the semaphore, for a place that nobody makes use of.
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
    places = asyncio.Semaphore(total)

    async def status_of(session: aiohttp.ClientSession, url: str) -> int:
        async with places:
            try:
                async with session.get(url) as response:
                    return response.status
            except aiohttp.ClientConnectionError:
                return 0

    connector = aiohttp.TCPConnector(limit=0, limit_per_host=per_host)
    async with make_session(connector=connector) as session:
        statuses = await asyncio.gather(
            *(status_of(session, url) for url in urls)
        )
    return dict(zip(urls, statuses, strict=True))
