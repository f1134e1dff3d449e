"""You start the downloads and return before any of them is done.

The tasks would fill the dict, one day. But your caller gets it now, empty, and the tasks go
on without anybody who waits for them.
Wait for all of them before you return.
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
        bodies[url] = await fetch(session, url)

    for url in urls:
        asyncio.create_task(load(url))
    return bodies
