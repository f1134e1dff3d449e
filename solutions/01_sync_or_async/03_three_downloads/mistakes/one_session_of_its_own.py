"""You open a session of your own, past the one that you were given.

All downloads share it, which is how a session is meant to be used. But the session that was handed
to you holds the caller's limits, cookies and open connections, and yours knows none of them.
Use the one that you are given.
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
    async with aiohttp.ClientSession() as own:
        bodies = await asyncio.gather(*(fetch(own, url) for url in urls))
    return dict(zip(urls, bodies, strict=True))
