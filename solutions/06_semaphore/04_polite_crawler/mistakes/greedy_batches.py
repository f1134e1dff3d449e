"""Each batch holds what both limits allow, and waits for its slowest answer.

No limit is ever broken. But when the first answer of a batch is there, its place stays empty until
the last one has come. Share out the places one by one, not the urls in groups.
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
    statuses: dict[str, int] = {}

    async def visit(session: aiohttp.ClientSession, url: str) -> None:
        try:
            async with session.get(url) as response:
                statuses[url] = response.status
        except aiohttp.ClientConnectionError:
            statuses[url] = 0

    left = list(urls)
    async with make_session() as session:
        while left:
            batch: list[str] = []
            counts: defaultdict[str | None, int] = defaultdict(int)
            for url in left:
                host = urlsplit(url).hostname
                if len(batch) < total and counts[host] < per_host:
                    counts[host] += 1
                    batch.append(url)
            left = [url for url in left if url not in batch]
            await asyncio.gather(*(visit(session, url) for url in batch))
    return statuses
