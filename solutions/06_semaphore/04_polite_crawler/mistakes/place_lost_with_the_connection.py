"""A request whose connection fails keeps its places for ever.

The lines that give them back stand behind the request and are skipped when it raises. After
`per_host` dead links of one host everybody who wants to go there waits in vain.
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
        host = hosts[urlsplit(url).hostname]
        await host.acquire()
        await overall.acquire()
        try:
            async with session.get(url) as response:
                status = response.status
        except aiohttp.ClientConnectionError:
            return 0
        overall.release()
        host.release()
        return status

    async with make_session() as session:
        statuses = await asyncio.gather(*(status_of(url) for url in urls))
    return dict(zip(urls, statuses, strict=True))
