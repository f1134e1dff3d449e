"""You download a hundred at a time, and the next hundred waits for the slowest of these.

A session lets a hundred requests through when nobody tells it otherwise, so it looks as if nothing
were lost. But this one may allow more, and even with a limit of a hundred, a connection that is
free again could serve the next url at once. A limit is the business of the session.
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
    bodies = {}
    for start in range(0, len(urls), 100):
        batch = urls[start : start + 100]
        results = await asyncio.gather(*(fetch(session, url) for url in batch))
        bodies.update(zip(batch, results, strict=True))
    return bodies
