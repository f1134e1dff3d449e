"""You close the session that was lent to you.

async with belongs around a session in nearly every example, because there the same function opens
it. It closes the session at the end of the block, and the caller can download nothing more.
Whoever opens a session closes it: just use the one that you are given.
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
    async with session:
        bodies = await asyncio.gather(*(fetch(session, url) for url in urls))
    return dict(zip(urls, bodies, strict=True))
