"""You call gather but do not await it: there are no bodies yet.

gather starts the downloads by itself, so it seems to be done. What it returns is a future,
a promise of the list. Await it to get the list.
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
    bodies = asyncio.gather(*(fetch(session, url) for url in urls))
    return dict(zip(urls, bodies, strict=True))
