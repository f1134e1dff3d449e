"""Every download adds its body to a defaultdict, a dict as good as any."""

import asyncio
from collections import defaultdict
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
    bodies: defaultdict[str, bytes] = defaultdict(bytes)

    async def download(url: str) -> None:
        bodies[url] += await fetch(session, url)

    await asyncio.gather(*map(download, urls))
    return bodies
