"""You close the session that was lent to you, in a finally.

Cleaning up is a good habit, and this is the right place for what you opened yourself. But the
session is the caller's, who may want to download more.
Leave it open.
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
    try:
        bodies = await asyncio.gather(*(fetch(session, url) for url in urls))
        return dict(zip(urls, bodies, strict=True))
    finally:
        await session.close()
