"""The keys are file names, not urls.

On a disk the last part of the url is what is left of it, and here it would do as well, until two
hosts have the same file name. Your caller looks up what it asked for.
Put each body under its whole url.
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
    bodies = await asyncio.gather(*(fetch(session, url) for url in urls))
    names = (url.rsplit("/", 1)[-1] for url in urls)
    return dict(zip(names, bodies, strict=True))
