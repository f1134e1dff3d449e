"""A pool of one's own, shut down when its thread has nothing more to do."""

import asyncio
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=1) as pool:
        content = await loop.run_in_executor(pool, read_blocking, path)
    return zlib.crc32(content)
