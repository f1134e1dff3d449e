"""`gather` lets others run on after an error; the closed session ends them."""

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

    async def status_of(url: str) -> int:
        async with hosts[urlsplit(url).hostname], overall:
            try:
                async with session.get(url) as response:
                    await response.read()
                    return response.status
            except aiohttp.ClientConnectionError:
                return 0

    async with make_session() as session:
        statuses = await asyncio.gather(*(status_of(url) for url in urls))
    return dict(zip(urls, statuses, strict=True))
