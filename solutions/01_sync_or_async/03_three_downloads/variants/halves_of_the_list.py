"""The list is halved again and again; both halves are downloaded together."""

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
    if len(urls) <= 1:
        return {url: await fetch(session, url) for url in urls}
    half = len(urls) // 2
    parts = urls[:half], urls[half:]
    first, second = await asyncio.gather(
        *(download_all(session, part) for part in parts)
    )
    return first | second
