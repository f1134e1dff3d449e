"""Every request makes a new semaphore for its host, since nobody keeps the first one.

`hosts.get(host, ...)` gives the default and stores nothing. The dict stays empty, each request
stands before a door of its own, and all doors are open.
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
    hosts: dict[str | None, asyncio.Semaphore] = {}
    statuses: dict[str, int] = {}

    async def visit(url: str) -> None:
        host = hosts.get(urlsplit(url).hostname, asyncio.Semaphore(per_host))
        async with host, overall:
            try:
                async with session.get(url) as response:
                    statuses[url] = response.status
            except aiohttp.ClientConnectionError:
                statuses[url] = 0

    async with make_session() as session, asyncio.TaskGroup() as group:
        for url in urls:
            group.create_task(visit(url))
    return statuses
