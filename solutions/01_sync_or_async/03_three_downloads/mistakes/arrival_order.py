"""as_completed gives results in the order of arrival, not in the order of the urls.

With equal latencies the two orders are the same, and all looks well. As soon as a later url
answers first, bodies stand under wrong urls.
Let each download bring its url along, or use something that keeps the order.
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
    bodies = [await download for download in asyncio.as_completed(downloads)]
    return dict(zip(urls, bodies, strict=True))
