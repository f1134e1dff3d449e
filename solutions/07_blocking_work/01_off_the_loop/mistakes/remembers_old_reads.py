"""The second time the file was not read: an old result came back.

A cache answers at once, and does not know that the file has changed in the meantime. Whether it has
is what the caller wants to know. Read each time.
"""

import asyncio
import functools
import zlib
from collections.abc import Callable


@functools.lru_cache
def remembered(read_blocking: Callable[[str], bytes], path: str) -> int:
    return zlib.crc32(read_blocking(path))


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    return await asyncio.to_thread(remembered, read_blocking, path)
