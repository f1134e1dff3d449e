"""The places are given back before the request has even left.

`session.get(url)` sends nothing: it gives you something to await or to enter, and only then the
request goes out. That happens below the block, when both places are free again. What counts as
under way has to happen inside.
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
            request = session.get(url)
        try:
            async with request as response:
                return response.status
        except aiohttp.ClientConnectionError:
            return 0

    async with make_session() as session:
        statuses = await asyncio.gather(
            *(status_of(session, url) for url in urls)
        )
    return dict(zip(urls, statuses, strict=True))
