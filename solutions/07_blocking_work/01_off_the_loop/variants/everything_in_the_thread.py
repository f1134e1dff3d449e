"""The arithmetic is done in the thread as well."""

import asyncio
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    return await asyncio.to_thread(lambda: zlib.crc32(read_blocking(path)))
