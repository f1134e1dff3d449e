"""Each download writes its own key of one shared dict."""

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
    bodies: dict[str, bytes] = {}

    async def load(url: str) -> None:
        bodies[url] = await fetch(session, url)

    await asyncio.gather(*map(load, urls))
    return bodies
