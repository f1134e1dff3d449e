"""All urls count as one host, because "https:" is what stands before the first slash.

So all the hosts together get as many requests as one of them could bear. Look at what your key
really is; `urlsplit` knows the parts of a url by name.
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
        async with hosts[url.split("/")[0]], overall:
            try:
                async with session.get(url) as response:
                    statuses[url] = response.status
            except aiohttp.ClientConnectionError:
                statuses[url] = 0

    async with make_session() as session, asyncio.TaskGroup() as group:
        for url in urls:
            group.create_task(visit(url))
    return statuses
