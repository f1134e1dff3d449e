"""The blocking call was put into a coroutine, which blocks just as well.

`await read()` runs the body of `read` on the loop's thread, straight through, because there
is nothing in it that waits. An `await` alone is not a pause. Only another thread can wait for
a blocking function while the loop goes on.
"""

import asyncio
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    async def read() -> bytes:
        return read_blocking(path)

    content = await asyncio.create_task(read())
    return zlib.crc32(content)
