"""Your comprehension waits for each download before it starts the next one.

It is one line, so it looks like one step. But a comprehension is a for loop, and an await in it
pauses the whole loop: the times add up.
Start all downloads first, with gather or with tasks; then put the dict together.
"""

from collections.abc import Sequence

import aiohttp


async def fetch(session: aiohttp.ClientSession, url: str) -> bytes:
    async with session.get(url) as response:
        response.raise_for_status()
        return await response.read()


async def download_all(
    session: aiohttp.ClientSession, urls: Sequence[str]
) -> dict[str, bytes]:
    return {url: await fetch(session, url) for url in urls}
