"""A download whose body is empty is left out.

Empty bytes count as false, so `if body` looks like the question whether there is one. But an empty
file was asked for and downloaded like any other, and your caller looks for it under its url.
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
    return {url: body for url, body in zip(urls, bodies, strict=True) if body}
