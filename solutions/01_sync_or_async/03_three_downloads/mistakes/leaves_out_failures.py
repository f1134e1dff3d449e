"""A download that fails is left out in silence.

Catching the error keeps the others going, which seems kind. But your caller cannot tell that
something is missing, or why.
The task says that the error comes out: do not catch it.
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

    async def load(url: str) -> None:
        try:
            bodies[url] = await fetch(session, url)
        except Exception:
            pass

    await asyncio.gather(*(load(url) for url in urls))
    return bodies
