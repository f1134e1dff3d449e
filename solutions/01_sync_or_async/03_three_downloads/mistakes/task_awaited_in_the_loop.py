"""You make a task and await it at once, in the same round of the loop.

create_task is the right tool, but the await beside it stops you before the next task is made.
So there is never more than one.
Two loops: one that makes all the tasks, one that awaits them.
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
    for url in urls:
        task = asyncio.create_task(fetch(session, url))
        bodies[url] = await task
    return bodies
