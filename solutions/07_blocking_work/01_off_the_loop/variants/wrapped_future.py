"""A future of `concurrent.futures`, made awaitable with `wrap_future`."""

import asyncio
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    pool = ThreadPoolExecutor()
    future = pool.submit(read_blocking, path)
    pool.shutdown(wait=False)
    return zlib.crc32(await asyncio.wrap_future(future))
