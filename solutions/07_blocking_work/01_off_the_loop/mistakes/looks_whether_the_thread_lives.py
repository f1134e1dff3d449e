"""With a thread of your own, an error is lost and the end of the read is noticed late.

Asking `is_alive()` from time to time keeps the loop free, but between two questions the content is
there and nobody takes it. And what `read_blocking` raises ends in the thread, so the caller meets
another error later on. A future that you await brings both: the result at once, and the error.
"""

import asyncio
import threading
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    box: list[bytes] = []
    thread = threading.Thread(target=lambda: box.append(read_blocking(path)))
    thread.start()
    while thread.is_alive():
        await asyncio.sleep(0.1)
    return zlib.crc32(box[0])
