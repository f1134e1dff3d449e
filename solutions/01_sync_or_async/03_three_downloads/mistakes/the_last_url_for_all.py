"""All your tasks download the same url: the last one.

The inner function does not remember the url of its round. It looks up the name `url` when it runs,
and the tasks begin to run only when the loop is over: by then the name means the last url.
Hand the url over as an argument.
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
    tasks = []
    for url in urls:

        async def load() -> None:
            bodies[url] = await fetch(session, url)

        tasks.append(asyncio.create_task(load()))
    for task in tasks:
        await task
    return bodies
