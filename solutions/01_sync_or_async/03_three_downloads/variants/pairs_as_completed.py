"""as_completed, where each download brings its url along."""

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
    async def load(url: str) -> tuple[str, bytes]:
        return url, await fetch(session, url)

    return dict(
        [
            await pair
            for pair in asyncio.as_completed([load(url) for url in urls])
        ]
    )
