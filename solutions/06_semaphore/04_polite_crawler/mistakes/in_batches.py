"""The urls go out in batches of `total`, and each batch waits for its slowest answer.

While one slow answer is on its way, the places of the quick ones stay empty until the
whole batch is through. Share out the places one by one, not the urls in groups.
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
    statuses: dict[str, int] = {}

    async def visit(session: aiohttp.ClientSession, url: str) -> None:
        async with hosts[urlsplit(url).hostname]:
            try:
                async with session.get(url) as response:
                    statuses[url] = response.status
            except aiohttp.ClientConnectionError:
                statuses[url] = 0

    async with make_session() as session:
        for start in range(0, len(urls), total):
            await asyncio.gather(
                *(visit(session, url) for url in urls[start : start + total])
            )
    return statuses
