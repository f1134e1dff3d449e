"""`finally` closes the session by hand, after the tasks have been stopped."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from urllib.parse import urlsplit

import aiohttp


async def crawl(
    make_session: Callable[..., aiohttp.ClientSession],
    urls: Sequence[str],
    per_host: int,
    total: int,
) -> dict[str, int]:
    overall = asyncio.BoundedSemaphore(total)
    hosts: dict[str | None, asyncio.Semaphore] = {}
    session = make_session(timeout=aiohttp.ClientTimeout(total=None))

    async def status_of(url: str) -> tuple[str, int]:
        host = hosts.setdefault(
            urlsplit(url).hostname, asyncio.Semaphore(per_host)
        )
        async with AsyncExitStack() as places:
            await places.enter_async_context(host)
            await places.enter_async_context(overall)
            try:
                response = await places.enter_async_context(session.get(url))
            except aiohttp.ClientConnectionError:
                return url, 0
            return url, response.status

    tasks = [asyncio.ensure_future(status_of(url)) for url in urls]
    try:
        return dict([await done for done in asyncio.as_completed(tasks)])
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await session.close()
