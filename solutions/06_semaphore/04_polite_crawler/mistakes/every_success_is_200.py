"""Every status that means success is told as 200.

`response.ok` is true for all of them below 400. The task was to tell what the server answered, and
201 is 201.
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
    connector = aiohttp.TCPConnector(limit=total, limit_per_host=per_host)

    async def status_of(session: aiohttp.ClientSession, url: str) -> int:
        try:
            async with session.get(url) as response:
                return 200 if response.ok else response.status
        except aiohttp.ClientConnectionError:
            return 0

    async with make_session(connector=connector) as session:
        statuses = await asyncio.gather(
            *(status_of(session, url) for url in urls)
        )
    return dict(zip(urls, statuses, strict=True))
