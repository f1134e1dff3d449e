"""You read the answer without a look at its status: an error page becomes a picture.

For aiohttp a 404 or a 503 is an answer like any other, with a body that can be read. It raises
nothing by itself.
fetch asks for it with raise_for_status; use fetch, or ask as it does.
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
    async def load(url: str) -> bytes:
        async with session.get(url) as response:
            return await response.read()

    bodies = await asyncio.gather(*(load(url) for url in urls))
    return dict(zip(urls, bodies, strict=True))
