"""One request at a time, whatever the limits allow.

That is polite to everybody, and with a thousand links it takes a thousand times as long as
one of them. `await` in the loop stands still until this answer is there.
"""

import asyncio
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, suppress
from itertools import count
from urllib.parse import urlsplit

import aiohttp


async def crawl(
    make_session: Callable[..., aiohttp.ClientSession],
    urls: Sequence[str],
    per_host: int,
    total: int,
) -> dict[str, int]:
    statuses: dict[str, int] = {}
    async with make_session() as session:
        for url in urls:
            try:
                async with session.get(url) as response:
                    statuses[url] = response.status
            except aiohttp.ClientConnectionError:
                statuses[url] = 0
    return statuses
