"""After a cancel your tasks go on, with a session that has been closed under them.

`asyncio.wait` waits for tasks, and leaves them alone when it is interrupted. You close the session
on your way out. Those whose turn comes then find it closed, and raise errors that nobody looks at.
`gather` and `TaskGroup` hand a cancel on to all they hold.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

import aiohttp


async def crawl(
    make_session: Callable[..., aiohttp.ClientSession],
    urls: Sequence[str],
    per_host: int,
    total: int,
) -> dict[str, int]:
    overall = asyncio.Semaphore(total)
    hosts = defaultdict(lambda: asyncio.Semaphore(per_host))

    async def status_of(session: aiohttp.ClientSession, url: str) -> int:
        async with hosts[urlsplit(url).hostname], overall:
            try:
                async with session.get(url) as response:
                    return response.status
            except aiohttp.ClientConnectionError:
                return 0

    session = make_session()
    try:
        tasks = {
            url: asyncio.create_task(status_of(session, url)) for url in urls
        }
        if tasks:
            await asyncio.wait(tasks.values())
        return {url: task.result() for url, task in tasks.items()}
    finally:
        await session.close()
