"""The loop asks "is it there yet?" without any pause.

`sleep(0)` lets others have a turn, but the question comes back at once, thousands of times,
until the read is over. The processor is busy with waiting. `await` the future: then nothing
has to be asked.
"""

import asyncio
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, read_blocking, path)
    while not future.done():
        await asyncio.sleep(0)
    return zlib.crc32(future.result())
