"""One pool for the module, with as many threads as Python thinks right."""

import asyncio
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

POOL = ThreadPoolExecutor()


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    loop = asyncio.get_running_loop()
    content = await loop.run_in_executor(POOL, read_blocking, path)
    return zlib.crc32(content)
