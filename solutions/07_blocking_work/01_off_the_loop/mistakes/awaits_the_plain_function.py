"""`await` does not keep a blocking call from blocking.

`read_blocking(path)` is an ordinary call: it runs here, on the loop's thread, and everything stands
still until it returns. Only then does `await` get its result, some bytes, and bytes cannot be
awaited. Let another thread make the call, and await that.
"""

import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    content = await read_blocking(path)
    return zlib.crc32(content)
