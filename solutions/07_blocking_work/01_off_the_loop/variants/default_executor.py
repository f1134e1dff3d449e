"""`run_in_executor` with the loop's own pool."""

import asyncio
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    loop = asyncio.get_running_loop()
    content = await loop.run_in_executor(None, read_blocking, path)
    return zlib.crc32(content)
