"""`to_thread` was called, but nothing happened.

It is a coroutine function: calling it makes a coroutine object, and no thread starts before
somebody awaits it. `zlib.crc32` got that object instead of bytes. Put `await` in front.
"""

import asyncio
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    content = asyncio.to_thread(read_blocking, path)
    return zlib.crc32(content)
