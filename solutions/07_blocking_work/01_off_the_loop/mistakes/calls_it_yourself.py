"""You called `read_blocking` yourself and gave its result to the thread.

In `to_thread(read_blocking(path))` the inner call comes first: on the loop, which stands still. The
thread then gets some bytes and tries to call them. Pass the function and its argument separately:
`to_thread(function, argument)`.
"""

import asyncio
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    content = await asyncio.to_thread(read_blocking(path))
    return zlib.crc32(content)
