"""The thread was given an `async def`, and only made a coroutine object with it.

Calling a coroutine function runs nothing of it, in no thread. What came back was the coroutine
object, which nobody awaited, instead of bytes. `to_thread` wants an ordinary function, and
`read_blocking` is one.
"""

import asyncio
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    async def read() -> bytes:
        return read_blocking(path)

    content = await asyncio.to_thread(read)
    return zlib.crc32(content)
