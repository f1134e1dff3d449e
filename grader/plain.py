"""Opens a learner's files, and nothing that waits or never ends in the place of one."""

from __future__ import annotations

import errno
import os
import stat


def plain(path: str, flags: int) -> int:
    """Open a file, as the `opener` of `open`; raise `OSError` for a pipe, a device and the like."""
    descriptor = os.open(path, flags | os.O_NONBLOCK)  # a pipe would wait for its other end
    kind = os.fstat(descriptor).st_mode
    if stat.S_ISREG(kind) or stat.S_ISDIR(kind):  # of a folder `open` itself has something to say
        return descriptor
    os.close(descriptor)
    raise OSError(errno.EINVAL, "it is not a plain file", path)
