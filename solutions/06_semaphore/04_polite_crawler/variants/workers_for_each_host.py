"""A queue and workers for each host; only a url in hand takes a place."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from urllib.parse import urlsplit

import aiohttp


async def crawl(
    make_session: Callable[..., aiohttp.ClientSession],
    urls: Sequence[str],
    per_host: int,
    total: int,
) -> dict[str, int]:
    overall = asyncio.Semaphore(total)
    hosts: dict[str | None, deque[str]] = defaultdict(deque)
    for url in urls:
        hosts[urlsplit(url).hostname].append(url)
    statuses = dict.fromkeys(urls, 0)

    async def work(
        session: aiohttp.ClientSession, waiting: deque[str]
    ) -> None:
        while waiting:
            url = waiting.popleft()
            async with overall:
                with suppress(aiohttp.ClientConnectionError):
                    async with session.get(url) as response:
                        statuses[url] = response.status

    async with make_session() as session, asyncio.TaskGroup() as group:
        for waiting in hosts.values():
            for _ in range(per_host):
                group.create_task(work(session, waiting))
    return statuses
