"""The session is closed on the last line, and an error or a cancel never gets there.

When all goes well nobody notices. When something is raised before that line, the session stays
open for good, and that happens at the very moments when nobody is looking.
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
    session = make_session()
    statuses: dict[str, int] = {}

    async def visit(url: str) -> None:
        async with hosts[urlsplit(url).hostname], overall:
            try:
                async with session.get(url) as response:
                    statuses[url] = response.status
            except aiohttp.ClientConnectionError:
                statuses[url] = 0

    async with asyncio.TaskGroup() as group:
        for url in urls:
            group.create_task(visit(url))
    await session.close()
    return statuses
