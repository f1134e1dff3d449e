"""Your answer downloads exactly three, because the example has three.

There may be hundreds of urls, or none. Do the same for each url that you are given.
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
    first, second, third = await asyncio.gather(
        fetch(session, urls[0]),
        fetch(session, urls[1]),
        fetch(session, urls[2]),
    )
    return {urls[0]: first, urls[1]: second, urls[2]: third}
