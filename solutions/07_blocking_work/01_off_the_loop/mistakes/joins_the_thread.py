"""Another thread reads, and the loop stands still to wait for it.

`join()` blocks like the read itself would: the loop's thread does nothing else until the other one
is done. An error in the thread is lost as well. Wait with `await`, for something that the loop
understands: `to_thread` or `run_in_executor`.
"""

import threading
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    box: list[bytes] = []
    thread = threading.Thread(target=lambda: box.append(read_blocking(path)))
    thread.start()
    thread.join()
    return zlib.crc32(box[0])
