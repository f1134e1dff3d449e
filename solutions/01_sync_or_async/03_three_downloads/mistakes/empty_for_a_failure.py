"""For a download that fails you put empty bytes, as if the picture were empty.

The dict is complete, which looks tidy. But your caller cannot tell an empty picture from one that
never came.
The task says that the error comes out: do not catch it.
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
        try:
            return await fetch(session, url)
        except aiohttp.ClientError:
            return b""

    bodies = await asyncio.gather(*(load(url) for url in urls))
    return dict(zip(urls, bodies, strict=True))
