"""The loop itself read the file, and stood still meanwhile.

`async def` does not make the calls inside it asynchronous. `read_blocking(path)` is an
ordinary call: the loop's only thread is busy with it until it returns, and no other coroutine
moves. Let another thread make the call.
"""

import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    content = read_blocking(path)
    return zlib.crc32(content)
