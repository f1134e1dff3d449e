"""You open connections of your own, past the session that you were given.

urllib comes with Python, and in a thread it does not block the loop. But the session carries
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


async def download_all(
    session: aiohttp.ClientSession, urls: Sequence[str]
) -> dict[str, bytes]:
    def load(url: str) -> bytes:
        with urllib.request.urlopen(url) as response:
            return response.read()

    bodies = {}
    for url in urls:
        bodies[url] = await asyncio.to_thread(load, url)
    return bodies
