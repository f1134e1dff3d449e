"""After a cancel the other requests go on, with a session that has been closed under them.

Awaiting your tasks one by one hands a cancel on to the one that you are waiting for. All the others
know nothing of it, find the session closed, and raise errors that nobody looks at.
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

    async def status_of(url: str) -> int:
        async with hosts[urlsplit(url).hostname], overall:
            try:
                async with session.get(url) as response:
                    return response.status
            except aiohttp.ClientConnectionError:
                return 0

    async with make_session() as session:
        tasks = {url: asyncio.create_task(status_of(url)) for url in urls}
        return {url: await task for url, task in tasks.items()}
