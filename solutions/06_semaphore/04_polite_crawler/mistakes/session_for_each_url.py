"""Each url gets a session of its own.

A session is what keeps connections open and uses them again. One for each url opens a connection
for each url, and limits that belong to a session no longer count for anything.
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
        async with (
            hosts[urlsplit(url).hostname],
            overall,
            make_session() as session,
        ):
            try:
                async with session.get(url) as response:
                    statuses[url] = response.status
            except aiohttp.ClientConnectionError:
                statuses[url] = 0

    async with asyncio.TaskGroup() as group:
        for url in urls:
            group.create_task(visit(url))
    return statuses
