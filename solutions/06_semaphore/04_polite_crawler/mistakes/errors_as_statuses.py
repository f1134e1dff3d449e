"""An exception stands where a status should be.

`return_exceptions=True` lets all requests finish and puts what they raised among the results. The
caller expects numbers and finds an error object, or goes on without noticing.
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
        async with (
            hosts[urlsplit(url).hostname],
            overall,
            session.get(url) as response,
        ):
            return response.status

    async with make_session() as session:
        jobs = (status_of(url) for url in urls)
        statuses = await asyncio.gather(*jobs, return_exceptions=True)
    return dict(zip(urls, statuses, strict=True))
