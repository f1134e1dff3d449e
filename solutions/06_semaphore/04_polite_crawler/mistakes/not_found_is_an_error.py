"""A 404 ends the whole crawl.

`raise_for_status` turns every status from 400 up into an exception. For somebody who wants the page
that is right; for somebody who checks links the 404 is what they came for.
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
                    response.raise_for_status()
                    statuses[url] = response.status
            except aiohttp.ClientConnectionError:
                statuses[url] = 0

    async with make_session() as session, asyncio.TaskGroup() as group:
        for url in urls:
            group.create_task(visit(url))
    return statuses
