"""A coroutine with a task group for each host, and shared places for all."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

import aiohttp


async def crawl(
    make_session: Callable[..., aiohttp.ClientSession],
    urls: Sequence[str],
    per_host: int,
    total: int,
) -> dict[str, int]:
    overall = asyncio.Semaphore(total)
    hosts = defaultdict(list)
    for url in urls:
        hosts[urlsplit(url).netloc.lower()].append(url)
    statuses: dict[str, int] = {}

    async def visit_host(
        session: aiohttp.ClientSession, links: list[str]
    ) -> None:
        places = asyncio.Semaphore(per_host)
        async with asyncio.TaskGroup() as group:
            for url in links:
                group.create_task(visit(session, places, url))

    async def visit(
        session: aiohttp.ClientSession, places: asyncio.Semaphore, url: str
    ) -> None:
        async with places, overall:
            try:
                async with session.get(url) as response:
                    statuses[url] = response.status
            except aiohttp.ClientConnectionError:
                statuses[url] = 0

    async with make_session() as session, asyncio.TaskGroup() as group:
        for links in hosts.values():
            group.create_task(visit_host(session, links))
    return statuses
