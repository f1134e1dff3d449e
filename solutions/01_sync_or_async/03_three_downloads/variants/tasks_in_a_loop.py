"""Tasks made in one loop and awaited in another."""

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
    bodies = {}
    for url, task in zip(urls, tasks, strict=True):
        bodies[url] = await task
    return bodies
