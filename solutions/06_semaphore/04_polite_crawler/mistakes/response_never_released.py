"""The responses are never given back, so their connections stay in use.

`await session.get(url)` hands you an open response. Nobody reads it to its end or closes it, and
its connection waits for that. `async with` does it for you.
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
    async def status_of(session: aiohttp.ClientSession, url: str) -> int:
        try:
            response = await session.get(url)
            return response.status
        except aiohttp.ClientConnectionError:
            return 0

    connector = aiohttp.TCPConnector(limit=total, limit_per_host=per_host)
    async with make_session(connector=connector) as session:
        statuses = await asyncio.gather(
            *(status_of(session, url) for url in urls)
        )
    return dict(zip(urls, statuses, strict=True))
