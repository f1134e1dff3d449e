"""You open connections of your own, past the session that you were given.

Threads do let blocking calls overlap, and urllib needs no session. But the session carries
cookies, limits and open connections, and everything that goes past it misses them.
Use fetch with the session: waiting for many answers needs no threads.
"""

import asyncio
import urllib.request
from collections.abc import Sequence

import aiohttp


async def fetch(session: aiohttp.ClientSession, url: str) -> bytes:
    async with session.get(url) as response:
        response.raise_for_status()
        return await response.read()


async def download_all(session: aiohttp.ClientSession, urls: Sequence[str]) -> dict[str, bytes]:
    def load(url: str) -> bytes:
        with urllib.request.urlopen(url) as response:
            return response.read()

    bodies = await asyncio.gather(*(asyncio.to_thread(load, url) for url in urls))
    return dict(zip(urls, bodies, strict=True))
