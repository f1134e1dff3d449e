"""You sort the errors out of the results, and with them the news that something failed.

return_exceptions=True puts errors among the results, and it is good that you look for them. But a
url that is silently missing tells your caller nothing.
Raise what you find, or leave return_exceptions out: then gather raises.
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
    results = await asyncio.gather(
        *(fetch(session, url) for url in urls), return_exceptions=True
    )
    pairs = zip(urls, results, strict=True)
    return {
        url: body for url, body in pairs if not isinstance(body, BaseException)
    }
