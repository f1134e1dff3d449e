"""The thread reads, and puts its result into a future of the loop by itself.

A future belongs to the loop's thread. `set_result` from another one tells the loop in a way
that a sleeping loop does not notice, so the answer comes when something else happens to wake
it, or never. From a thread, hand the call over: `loop.call_soon_threadsafe(...)`.
"""

import asyncio
import threading
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    future = asyncio.get_running_loop().create_future()

    def read() -> None:
        try:
            future.set_result(read_blocking(path))
        except Exception as error:
            future.set_exception(error)

    threading.Thread(target=read).start()
    return zlib.crc32(await future)
