"""Without urls `asyncio.wait` raises ValueError, where an empty dict was asked for.

It refuses to wait for nothing. `gather` and a task group have nothing against an empty list; with
`wait` you have to ask first.
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
        try:
            await asyncio.wait(tasks.values())
        finally:
            for task in tasks.values():
                task.cancel()
    return {url: task.result() for url, task in tasks.items()}
