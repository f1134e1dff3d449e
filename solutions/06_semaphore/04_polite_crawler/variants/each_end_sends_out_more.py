"""Callbacks: each request that ends sends out whatever may go now."""

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
    over = asyncio.get_running_loop().create_future()
    waiting, running = list(urls), set()
    busy: Counter[str | None] = Counter()
    statuses: dict[str, int] = {}

    async def visit(session: aiohttp.ClientSession, url: str) -> None:
        try:
            async with session.request("GET", url) as response:
                statuses[url] = response.status
        except aiohttp.ClientConnectionError:
            statuses[url] = 0
        finally:
            busy[urlsplit(url).hostname] -= 1

    def send(session: aiohttp.ClientSession) -> None:
        for url in waiting[:]:
            host = urlsplit(url).hostname
            if len(running) < total and busy[host] < per_host:
                waiting.remove(url)
                busy[host] += 1
                task = asyncio.ensure_future(visit(session, url))
                running.add(task)
                task.add_done_callback(lambda done: ended(session, done))
        if not running and not over.done():
            over.set_result(None)

    def ended(
        session: aiohttp.ClientSession, task: asyncio.Task[None]
    ) -> None:
        running.discard(task)
        if over.done() or task.cancelled():
            return
        if error := task.exception():
            over.set_exception(error)
        else:
            send(session)

    async with make_session() as session:
        send(session)
        try:
            await over
        finally:
            left = list(running)
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)
    return statuses
