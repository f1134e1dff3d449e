"""Plain files: opened where nothing waits or never ends in their place, written in one step."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path


def plain(path: str, flags: int) -> int:
    """Open a file, as the `opener` of `open`; raise `OSError` for a pipe, a device and the like."""
    descriptor = os.open(path, flags | os.O_NONBLOCK)  # a pipe would wait for its other end
    kind = os.fstat(descriptor).st_mode
    if stat.S_ISREG(kind) or stat.S_ISDIR(kind):  # of a folder `open` itself has something to say
        return descriptor
    os.close(descriptor)
    raise OSError(errno.EINVAL, "it is not a plain file", path)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step: whatever happens, what was there or `data` is there.

    Raises `OSError` when that cannot be done.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError):
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    finally:
        with suppress(OSError):  # it is gone where all went well
            beside.unlink()
