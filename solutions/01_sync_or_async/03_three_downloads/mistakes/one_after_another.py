"""You wait for each download before you start the next one.

await in a for loop is correct async code, and it reads well. But each await waits until that
one download is done, so the times add up: three seconds, not one.
Start all downloads first; only then wait.
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
    bodies = {}
    for url in urls:
        bodies[url] = await fetch(session, url)
    return bodies
