"""A cancel was caught, and the statuses collected so far came back as if they were all.

It looks helpful: something is better than nothing. But whoever cancelled you waits for
CancelledError, and whoever gets the dict believes that it is complete.
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
    statuses: dict[str, int] = {}

    async def visit(url: str) -> None:
        async with hosts[urlsplit(url).hostname], overall:
            try:
                async with session.get(url) as response:
                    statuses[url] = response.status
            except aiohttp.ClientConnectionError:
                statuses[url] = 0

    try:
        async with make_session() as session, asyncio.TaskGroup() as group:
            for url in urls:
                group.create_task(visit(url))
    except asyncio.CancelledError:
        pass
    return statuses
