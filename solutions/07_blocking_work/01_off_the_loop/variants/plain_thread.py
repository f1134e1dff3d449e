"""A plain thread that tells the loop when it is done."""

import asyncio
import threading
import zlib
from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[bytes] = loop.create_future()

    def read() -> None:
        try:
            content = read_blocking(path)
        except Exception as error:
            loop.call_soon_threadsafe(answer.set_exception, error)
        else:
            loop.call_soon_threadsafe(answer.set_result, content)

    threading.Thread(target=read).start()
    return zlib.crc32(await answer)
