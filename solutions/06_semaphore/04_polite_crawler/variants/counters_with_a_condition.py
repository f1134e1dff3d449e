"""Two counters, and a condition under which a request may go."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

import aiohttp


async def crawl(
    make_session: Callable[..., aiohttp.ClientSession],
    urls: Sequence[str],
    per_host: int,
    total: int,
) -> dict[str, int]:
    busy: Counter[str | None] = Counter()
    changed = asyncio.Condition()

    async def status_of(session: aiohttp.ClientSession, url: str) -> int:
        host = urlsplit(url).hostname
        async with changed:
            await changed.wait_for(
                lambda: busy.total() < total and busy[host] < per_host
            )
            busy[host] += 1
        try:
            async with session.get(url) as response:
                return response.status
        except aiohttp.ClientConnectionError:
            return 0
        finally:
            busy[host] -= 1
            async with changed:
                changed.notify_all()

    async with make_session() as session:
        statuses = await asyncio.gather(
            *(status_of(session, url) for url in urls)
        )
    return dict(zip(urls, statuses, strict=True))
