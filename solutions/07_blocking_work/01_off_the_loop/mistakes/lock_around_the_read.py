"""A lock lets only one read happen at a time.

It looks careful, but nothing is shared here that needs protection: each call reads a file of
its own. The second caller waits for the first one's file. Lock what is shared, and nothing
else.
"""

import asyncio
import zlib
from collections.abc import Callable

LOCK = asyncio.Lock()


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    async with LOCK:
        content = await asyncio.to_thread(read_blocking, path)
    return zlib.crc32(content)
