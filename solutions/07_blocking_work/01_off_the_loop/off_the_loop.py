"""Add up a file without stopping the event loop."""

import asyncio
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    """Return the CRC-32 of what `read_blocking(path)` returns.

    `read_blocking` may take seconds; the event loop goes on turning meanwhile.
    """
    content = await asyncio.to_thread(read_blocking, path)
    return zlib.crc32(content)
