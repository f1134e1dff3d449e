"""An error stands among the bodies as if it were one.

return_exceptions=True stops gather from raising, and then nobody raises: your caller gets an
exception object where bytes were promised.
Leave it out, or look through the results and raise.
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
    bodies = await asyncio.gather(
        *(fetch(session, url) for url in urls), return_exceptions=True
    )
    return dict(zip(urls, bodies, strict=True))
