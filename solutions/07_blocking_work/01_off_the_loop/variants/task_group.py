"""A task in a `TaskGroup`: an error comes out as a group that holds it."""

import asyncio
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    async with asyncio.TaskGroup() as group:
        read = group.create_task(asyncio.to_thread(read_blocking, path))
    return zlib.crc32(read.result())
