"""The file is read twice: once to look, once to add up.

Each call of `read_blocking` takes its full time again, also in a thread, and the content may
have changed in between. Read once, keep the bytes, and use them for both.
"""

import asyncio
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    if not await asyncio.to_thread(read_blocking, path):
        return 0
    return zlib.crc32(await asyncio.to_thread(read_blocking, path))
