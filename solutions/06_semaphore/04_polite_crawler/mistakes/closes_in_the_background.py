"""The session is closed by a task that nobody waits for.

When you return it is still open: the task that closes it begins when somebody pauses the next time.
At the end of a program that never happens. Closing is a wait like any other; await it.
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
    connector = aiohttp.TCPConnector(limit=total, limit_per_host=per_host)
    session = make_session(connector=connector)

    async def status_of(url: str) -> int:
        try:
            async with session.get(url) as response:
                return response.status
        except aiohttp.ClientConnectionError:
            return 0

    try:
        statuses = await asyncio.gather(*(status_of(url) for url in urls))
    finally:
        asyncio.get_running_loop().create_task(session.close())
    return dict(zip(urls, statuses, strict=True))
