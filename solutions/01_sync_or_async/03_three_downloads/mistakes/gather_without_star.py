"""gather wants the awaitables one by one, not in a list.

gather(downloads) passes a single argument, a list, and a list cannot be awaited.
The star spreads it out: gather(*downloads).
"""

import asyncio
from collections.abc import Sequence

import aiohttp


async def fetch(session: aiohttp.ClientSession, url: str) -> bytes:
    async with session.get(url) as response:
        response.raise_for_status()
        return await response.read()


async def download_all(
    session: aiohttp.ClientSession, urls: Sequence[str]
) -> dict[str, bytes]:
    downloads = [fetch(session, url) for url in urls]
    bodies = await asyncio.gather(downloads)
    return dict(zip(urls, bodies, strict=True))
