"""You return the bodies alone; nobody can tell whose they are.

gather gives a list, in the order of the urls, so nothing seems to be missing.
The task asks for a dict: put each body under its url.
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
    return await asyncio.gather(*(fetch(session, url) for url in urls))
