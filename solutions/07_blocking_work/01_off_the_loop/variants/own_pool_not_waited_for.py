"""A pool of one's own, shut down without waiting for it."""

import asyncio
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    loop = asyncio.get_running_loop()
    pool = ThreadPoolExecutor(max_workers=1)
    try:
        return zlib.crc32(
            await loop.run_in_executor(pool, read_blocking, path)
        )
    finally:
        pool.shutdown(wait=False)
