"""Without fetch: the session itself, and a queue of finished downloads."""

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
    arrived: asyncio.Queue[tuple[str, bytes]] = asyncio.Queue()

    async def load(url: str) -> None:
        async with session.get(url, raise_for_status=True) as response:
            arrived.put_nowait((url, await response.content.read()))

    async with asyncio.TaskGroup() as group:
        for url in urls:
            group.create_task(load(url))
    return dict(arrived.get_nowait() for _ in urls)
