"""Both limits are left to aiohttp's connector."""

import asyncio
from collections.abc import Callable, Sequence

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

    connector = aiohttp.TCPConnector(limit=total, limit_per_host=per_host)
    async with make_session(connector=connector) as session:
        statuses = await asyncio.gather(
            *(status_of(session, url) for url in urls)
        )
    return dict(zip(urls, statuses, strict=True))
