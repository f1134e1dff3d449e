"""One host that cannot be reached ends the whole crawl.

Nobody catches the error of its connection, so it comes out, and the statuses of all the others are
lost. A dead link is one of the things that a link checker is looking for: it is worth a 0.
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
            session.get(url) as response,
        ):
            statuses[url] = response.status

    async with make_session() as session, asyncio.TaskGroup() as group:
        for url in urls:
            group.create_task(visit(url))
    return statuses
