"""The hosts are visited one after another, and the quick ones wait for the slow one.

Within a host the requests run side by side, so each limit is kept. But while one slow host answers,
two of the places are in use and all the others are empty.
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
    places = asyncio.Semaphore(min(per_host, total))
    hosts = defaultdict(list)
    for url in urls:
        hosts[urlsplit(url).hostname].append(url)
    statuses: dict[str, int] = {}

    async def visit(url: str) -> None:
        async with places:
            try:
                async with session.get(url) as response:
                    statuses[url] = response.status
            except aiohttp.ClientConnectionError:
                statuses[url] = 0

    async with make_session() as session:
        for host in hosts.values():
            await asyncio.gather(*(visit(url) for url in host))
    return statuses
