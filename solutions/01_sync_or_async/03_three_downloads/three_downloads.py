"""Three downloads: wait for many answers at once."""

import asyncio
from collections.abc import Sequence

import aiohttp


async def fetch(session: aiohttp.ClientSession, url: str) -> bytes:
    """Return the body of `url`; raise `aiohttp.ClientError` on a failure."""
    async with session.get(url) as response:
        response.raise_for_status()
        return await response.read()


async def download_all(
    session: aiohttp.ClientSession, urls: Sequence[str]
) -> dict[str, bytes]:
    """`fetch` all `urls` at the same time; return the bodies by url."""
    # gather starts a task for each and keeps the order of its arguments.
    bodies = await asyncio.gather(*(fetch(session, url) for url in urls))
    return dict(zip(urls, bodies, strict=True))
