"""All reads go through one thread, one after another.

A pool with a single worker keeps the loop free, but the second caller waits until the first
file has been read. Unless the reads must not overlap, use a pool with more threads; the
default one of the loop will do.
"""

import asyncio
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

POOL = ThreadPoolExecutor(max_workers=1)


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    loop = asyncio.get_running_loop()
    content = await loop.run_in_executor(POOL, read_blocking, path)
    return zlib.crc32(content)
