"""You take the white space off both ends of every body.

That is a kindness to texts. These are pictures: each byte belongs to them, also one that would be a
blank or a line break in a text, and without it the file is a broken one.
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
    async def load(url: str) -> tuple[str, bytes]:
        body = await fetch(session, url)
        return url, body.strip()

    return dict(await asyncio.gather(*map(load, urls)))
