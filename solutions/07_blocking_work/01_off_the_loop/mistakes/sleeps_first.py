"""The others get one turn, and then the loop stands still all the same.

That turn comes from `await asyncio.sleep(0)`. The blocking call after it takes just as long as
before, on the same thread. Taking turns helps with many small steps; one long call has to leave the
loop.
"""

import asyncio
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    await asyncio.sleep(0)
    content = read_blocking(path)
    await asyncio.sleep(0)
    return zlib.crc32(content)
