"""The thread was started, but its result was not awaited.

`run_in_executor` returns at once with a future, a promise of the bytes. `zlib.crc32` cannot work
with a promise, and nobody waits for what the thread reads. Put `await` in front.
"""

import asyncio
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    loop = asyncio.get_running_loop()
    content = loop.run_in_executor(None, read_blocking, path)
    return zlib.crc32(content)
