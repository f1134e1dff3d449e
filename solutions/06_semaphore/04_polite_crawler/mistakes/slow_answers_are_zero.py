"""A server that takes its time is given up on, and its url counts as dead.

Nobody asked for a limit on the time. A slow answer is an answer, and in a crawler a request may
have to wait for its turn first: the timeout of aiohttp runs meanwhile.
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
    timeout = aiohttp.ClientTimeout(total=30)

    async def status_of(session: aiohttp.ClientSession, url: str) -> int:
        try:
            async with session.get(url) as response:
                return response.status
        except (aiohttp.ClientConnectionError, TimeoutError):
            return 0

    async with make_session(connector=connector, timeout=timeout) as session:
        statuses = await asyncio.gather(
            *(status_of(session, url) for url in urls)
        )
    return dict(zip(urls, statuses, strict=True))
