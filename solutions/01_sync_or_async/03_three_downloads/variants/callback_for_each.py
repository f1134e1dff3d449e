"""Each task's callback stores its body; a future tells when all are there."""

import asyncio
from collections.abc import Sequence
from functools import partial

import aiohttp


async def fetch(session: aiohttp.ClientSession, url: str) -> bytes:
    async with session.get(url) as response:
        response.raise_for_status()
        return await response.read()


async def download_all(
    session: aiohttp.ClientSession, urls: Sequence[str]
) -> dict[str, bytes]:
    loop = asyncio.get_running_loop()
    bodies: dict[str, bytes] = {}
    all_there = loop.create_future()
    if not urls:
        all_there.set_result(None)

    def arrived(url: str, task: asyncio.Task[bytes]) -> None:
        if task.cancelled() or all_there.done():
            return
        if task.exception():
            all_there.set_exception(task.exception())
            return
        bodies[url] = task.result()
        if len(bodies) == len(urls):
            all_there.set_result(None)

    tasks = [asyncio.create_task(fetch(session, url)) for url in urls]
    for url, task in zip(urls, tasks, strict=True):
        task.add_done_callback(partial(arrived, url))
    await all_there
    return bodies
