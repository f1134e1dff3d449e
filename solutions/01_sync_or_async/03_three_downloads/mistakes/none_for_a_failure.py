"""For a download that fails you put None, and the error is gone.

Every url has its entry, which looks complete. But your caller was promised bytes, cannot know why
there are none, and finds out only when it uses them.
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
        except aiohttp.ClientError:
            bodies[url] = None

    async with asyncio.TaskGroup() as group:
        for url in urls:
            group.create_task(load(url))
    return bodies
