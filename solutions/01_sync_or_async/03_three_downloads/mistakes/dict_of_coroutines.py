"""Under each url stands a coroutine object, not a body.

Calling fetch only makes the object; nobody awaited it, so nothing was downloaded.
Hand all of these objects to gather (or make tasks of them) and await that.
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
    return {url: fetch(session, url) for url in urls}
