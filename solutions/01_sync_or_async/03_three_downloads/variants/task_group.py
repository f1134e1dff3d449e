"""A task group; an error comes out in a group."""

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
    async with asyncio.TaskGroup() as group:
        tasks = {url: group.create_task(fetch(session, url)) for url in urls}
    return {url: task.result() for url, task in tasks.items()}
