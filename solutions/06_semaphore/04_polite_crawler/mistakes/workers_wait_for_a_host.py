"""The workers take the urls in their order, and wait together for the host that is full.

There are `total` workers, and each takes the next url of the list, whichever host it leads to. When
the first urls are all of one slow host, every worker stands in its queue, and nobody asks the
others. Whoever has to wait for a host should not be one of the few who can ask.
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
    hosts = defaultdict(lambda: asyncio.Semaphore(per_host))
    statuses: dict[str, int] = {}
    todo = iter(urls)

    async def worker(session: aiohttp.ClientSession) -> None:
        for url in todo:
            async with hosts[urlsplit(url).hostname]:
                try:
                    async with session.get(url) as response:
                        statuses[url] = response.status
                except aiohttp.ClientConnectionError:
                    statuses[url] = 0

    async with make_session() as session:
        await asyncio.gather(*(worker(session) for _ in range(total)))
    return statuses
