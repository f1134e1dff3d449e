"""A semaphore lets ten downloads through at a time, and nobody asked for that.

It is meant kindly: a server may not like hundreds of requests at once. But the eleventh url has to
wait for one of the first ten, and you were asked to send all of them at once.
A limit is the business of the session.
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
    places = asyncio.Semaphore(10)

    async def load(url: str) -> tuple[str, bytes]:
        async with places:
            return url, await fetch(session, url)

    return dict(await asyncio.gather(*map(load, urls)))
