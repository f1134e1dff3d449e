"""You open a new session for each download, past the one that you were given.

Many examples begin with a session, so it is easily copied along. But a session is meant to be
shared: it holds the limits, the cookies and the open connections. With one for each download
nothing is reused and no limit holds.
Use the session that is handed to you.
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
        async with aiohttp.ClientSession() as own:
            return await fetch(own, url)

    bodies = await asyncio.gather(*(load(url) for url in urls))
    return dict(zip(urls, bodies, strict=True))
