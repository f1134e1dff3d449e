"""Another thread reads, and the loop stands still to wait for its result.

`pool.submit(...)` gives a future of `concurrent.futures`, and its `result()` blocks until the
result is there. An asyncio future is awaited instead: use `loop.run_in_executor`, `to_thread`,
or `asyncio.wrap_future`.
"""

import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    with ThreadPoolExecutor() as pool:
        future = pool.submit(read_blocking, path)
        content = future.result()
    return zlib.crc32(content)
