"""Many threads, started with the module, which take work from a queue."""

import asyncio
import queue
import threading
import zlib
from collections.abc import Callable
from concurrent.futures import Future

THREADS = 32  # as many as a pool of the standard library would have at most

Job = tuple[Callable[[str], bytes], str, "Future[bytes]"]

jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()


def work() -> None:
    while True:
        read_blocking, path, answer = jobs.get()
        try:
            answer.set_result(read_blocking(path))
        except Exception as error:
            answer.set_exception(error)


for _ in range(THREADS):
    threading.Thread(target=work, daemon=True).start()


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    answer: Future[bytes] = Future()
    jobs.put((read_blocking, path, answer))
    return zlib.crc32(await asyncio.wrap_future(answer))
