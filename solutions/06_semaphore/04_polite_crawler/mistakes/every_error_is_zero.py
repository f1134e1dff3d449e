"""Every error counts as a dead link, also a bug of your own.

`except Exception` was meant for bad connections and takes everything else as well. A program that
is broken reports a thousand dead links and looks as if it worked.
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
            except Exception:
                statuses[url] = 0

    async with make_session() as session, asyncio.TaskGroup() as group:
        for url in urls:
            group.create_task(visit(url))
    return statuses
