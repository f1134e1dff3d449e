"""The two limits of the connector are swapped.

`limit` is for all connections together, `limit_per_host` for one host. Swapped, the crawler opens
no more connections to the whole world than it may open to one host.
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
            async with session.get(url) as response:
                return response.status
        except aiohttp.ClientConnectionError:
            return 0

    connector = aiohttp.TCPConnector(limit=per_host, limit_per_host=total)
    async with make_session(connector=connector) as session:
        statuses = await asyncio.gather(
            *(status_of(session, url) for url in urls)
        )
    return dict(zip(urls, statuses, strict=True))
