"""`read_blocking` was called without the path.

`to_thread(read_blocking)` calls it in the thread with nothing in the brackets, and Python says that
an argument is missing. What comes after the function is handed on to it: `to_thread(function,
argument)`.
"""

import asyncio
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    content = await asyncio.to_thread(read_blocking)
    return zlib.crc32(content)
