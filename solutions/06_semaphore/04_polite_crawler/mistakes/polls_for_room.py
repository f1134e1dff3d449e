"""Whoever waits looks only now and then whether there is room.

The limits are kept, but a place that becomes free stays empty until somebody happens to look.
Shorter pauses make it better and never right. A semaphore wakes the next one at that very moment.
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
    busy: defaultdict[str | None, int] = defaultdict(int)

    async def status_of(session: aiohttp.ClientSession, url: str) -> int:
        host = urlsplit(url).hostname
        while busy[host] >= per_host or sum(busy.values()) >= total:
            await asyncio.sleep(0.1)
        busy[host] += 1
        try:
            async with session.get(url) as response:
                return response.status
        except aiohttp.ClientConnectionError:
            return 0
        finally:
            busy[host] -= 1

    async with make_session() as session:
        statuses = await asyncio.gather(
            *(status_of(session, url) for url in urls)
        )
    return dict(zip(urls, statuses, strict=True))
