"""The checksum grows with each piece of the content."""

import asyncio
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    content = await asyncio.to_thread(read_blocking, path)
    total = 0
    for start in range(0, len(content), 4):
        total = zlib.crc32(content[start : start + 4], total)
    return total
