"""The requests are HEAD, and GET was asked for.

A HEAD brings the status without the page, which sounds thrifty. But many servers answer it in
another way than a GET, or not at all; whether the page can be had, only a GET tells.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
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

    async def status_of(session: aiohttp.ClientSession, url: str) -> int:
        async with hosts[urlsplit(url).hostname], overall:
            try:
                async with session.head(url) as response:
                    return response.status
            except aiohttp.ClientConnectionError:
                return 0

    async with make_session() as session:
        statuses = await asyncio.gather(
            *(status_of(session, url) for url in urls)
        )
    return dict(zip(urls, statuses, strict=True))
