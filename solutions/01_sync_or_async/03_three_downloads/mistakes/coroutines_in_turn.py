"""You make all coroutine objects first, but that starts none of them.

It looks like starting all and then waiting for each. But calling fetch only makes an object;
it begins to run at its own await, one after another.
Make tasks of them (create_task, TaskGroup, gather): a task starts by itself.
"""

from collections.abc import Sequence

import aiohttp


async def fetch(session: aiohttp.ClientSession, url: str) -> bytes:
    async with session.get(url) as response:
        response.raise_for_status()
        return await response.read()


async def download_all(
    session: aiohttp.ClientSession, urls: Sequence[str]
) -> dict[str, bytes]:
    downloads = [fetch(session, url) for url in urls]
    bodies = [await download for download in downloads]
    return dict(zip(urls, bodies, strict=True))
