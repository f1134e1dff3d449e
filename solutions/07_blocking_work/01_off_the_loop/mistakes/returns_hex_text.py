"""A text came back, and the caller asked for a number.

`hex` is for showing a number to people, and its result is a text: it is equal to no other checksum,
and nobody can calculate with it. Return what `zlib.crc32` gives.
"""

import asyncio
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    content = await asyncio.to_thread(read_blocking, path)
    return hex(zlib.crc32(content))
