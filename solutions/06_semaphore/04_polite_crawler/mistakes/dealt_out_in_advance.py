"""The urls of a host are dealt out in advance, and a lane with quick ones has nothing left to do.

Every second url for each of two lanes never breaks the limit. But when one lane is held up by a
slow answer, its other urls wait behind it, and the idle lane cannot take them over. Let whoever is
free take the next url, from one list for the whole host.
"""

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
    places = asyncio.Semaphore(total)
    hosts: defaultdict[str | None, list[str]] = defaultdict(list)
    for url in urls:
        hosts[urlsplit(url).hostname].append(url)
    statuses: dict[str, int] = {}

    async def lane(session: aiohttp.ClientSession, links: list[str]) -> None:
        for url in links:
            async with places:
                try:
                    async with session.get(url) as response:
                        statuses[url] = response.status
                except aiohttp.ClientConnectionError:
                    statuses[url] = 0

    async with make_session() as session, asyncio.TaskGroup() as group:
        for links in hosts.values():
            for start in range(per_host):
                group.create_task(lane(session, links[start::per_host]))
    return statuses
