"""One loop sends out what both limits allow, and waits for an answer."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

import aiohttp


async def crawl(
    make_session: Callable[..., aiohttp.ClientSession],
    urls: Sequence[str],
    per_host: int,
    total: int,
) -> dict[str, int]:
    async def status_of(url: str) -> int:
        try:
            async with session.get(url) as response:
                return response.status
        except aiohttp.ClientConnectionError:
            return 0

    waiting = list(urls)
    running: dict[asyncio.Task[int], str] = {}
    statuses: dict[str, int] = {}
    async with make_session() as session:
        try:
            while waiting or running:
                busy = Counter(
                    urlsplit(url).hostname for url in running.values()
                )
                for url in waiting[:]:
                    host = urlsplit(url).hostname
                    if len(running) < total and busy[host] < per_host:
                        waiting.remove(url)
                        busy[host] += 1
                        running[asyncio.create_task(status_of(url))] = url
                done, _ = await asyncio.wait(
                    running, return_when=asyncio.FIRST_COMPLETED
                )
                for task in done:
                    statuses[running[task]] = task.result()
                    del running[task]
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)
    return statuses
