"""The thread is done, but you look only now and then.

Asking from time to time whether the future is ready keeps the loop free, and is late nearly every
time. Whoever awaits the future is woken at that very moment (linters call this ASYNC110).
"""

import asyncio
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, read_blocking, path)
    while not future.done():
        await asyncio.sleep(0.3)
    return zlib.crc32(future.result())
