"""You wait for the first download only, and return without the others.

FIRST_COMPLETED ends the wait as soon as one is done. With equal latencies all are done by then,
and nothing is missing.
Wait for all of them: that is what asyncio.wait does when you do not say otherwise.
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
    if not urls:
        return {}
    owner = {asyncio.create_task(fetch(session, url)): url for url in urls}
    done, _ = await asyncio.wait(owner, return_when=asyncio.FIRST_COMPLETED)
    return {owner[task]: task.result() for task in done}
