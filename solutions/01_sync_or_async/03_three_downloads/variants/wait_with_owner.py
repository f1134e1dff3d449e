"""asyncio.wait, with a dict that remembers whose task is whose."""

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
    done, _ = await asyncio.wait(owner)
    return {owner[task]: task.result() for task in done}
