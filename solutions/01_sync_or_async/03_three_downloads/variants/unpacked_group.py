"""A task group whose group of errors is unpacked again."""

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
    try:
        async with asyncio.TaskGroup() as group:
            tasks = {
                url: group.create_task(fetch(session, url)) for url in urls
            }
    except* aiohttp.ClientError as errors:
        raise errors.exceptions[0] from None
    return {url: task.result() for url, task in tasks.items()}
