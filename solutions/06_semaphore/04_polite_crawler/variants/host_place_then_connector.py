"""A semaphore for each host, and the connector's limit for all."""

import asyncio
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

import aiohttp


async def crawl(
    make_session: Callable[..., aiohttp.ClientSession],
    urls: Sequence[str],
    per_host: int,
    total: int,
) -> dict[str, int]:
    hosts = {urlsplit(url).netloc: asyncio.Semaphore(per_host) for url in urls}
    connector = aiohttp.TCPConnector(limit=total)

    async def status_of(url: str) -> tuple[str, int]:
        async with hosts[urlsplit(url).netloc]:
            try:
                response = await session.get(url)
            except aiohttp.ClientConnectionError:
                return url, 0
            response.release()
            return url, response.status

    async with make_session(connector=connector) as session:
        return dict(await asyncio.gather(*map(status_of, urls)))
