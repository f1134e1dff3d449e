"""asyncio.wait gives back a set, and a set has no order: bodies stand under wrong urls.

The finished tasks look like a list in the order of the urls, and with luck they come that way.
(And wait refuses to wait for nothing, so an empty list of urls fails.)
Remember which task belongs to which url, or use something that keeps the order.
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
    tasks = [asyncio.create_task(fetch(session, url)) for url in urls]
    done, _ = await asyncio.wait(tasks)
    return {url: task.result() for url, task in zip(urls, done, strict=True)}
