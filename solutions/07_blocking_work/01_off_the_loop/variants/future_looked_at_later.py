"""The future is waited for, and its result read afterwards."""

import asyncio
import functools
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    loop = asyncio.get_running_loop()
    read = loop.run_in_executor(None, functools.partial(read_blocking, path))
    await asyncio.wait([read])
    return zlib.crc32(read.result())
