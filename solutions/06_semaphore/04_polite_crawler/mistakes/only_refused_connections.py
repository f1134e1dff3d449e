"""A refused connection is caught; one that breaks off while you wait is not.

`ClientConnectorError` says that no connection could be made. A server may also accept the
connection and hang up before it answers, and that is another error. Both stand below
`ClientConnectionError`.
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
            except aiohttp.ClientConnectorError:
                statuses[url] = 0

    async with make_session() as session, asyncio.TaskGroup() as group:
        for url in urls:
            group.create_task(visit(url))
    return statuses
