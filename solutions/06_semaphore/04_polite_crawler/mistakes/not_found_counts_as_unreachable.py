"""A 404 comes back as 0, as if nobody had answered.

`raise_for_status` raises, and the `except` takes every error of aiohttp for a dead connection.
But that server is alive and says that the page is gone: two different things for somebody who
repairs links.
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
                async with session.get(url, raise_for_status=True) as response:
                    statuses[url] = response.status
            except aiohttp.ClientError:
                statuses[url] = 0

    async with make_session() as session, asyncio.TaskGroup() as group:
        for url in urls:
            group.create_task(visit(url))
    return statuses
