"""Add up a file without stopping the event loop."""

from collections.abc import Callable


async def checksum(read_blocking: Callable[[str], bytes], path: str) -> int:
    """Return the CRC-32 of what `read_blocking(path)` returns.

    `read_blocking` may take seconds; the event loop goes on turning meanwhile.
    """
    # TODO: read without blocking, then return zlib.crc32(content).
    raise NotImplementedError
