"""Lines that come through a pipe, with a deadline, and whether one is waiting."""

from __future__ import annotations

import os
import select
import time
from collections.abc import Iterator

_CHUNK_BYTES = 1 << 20


class Lines:
    """Reads a descriptor line by line. Does not close it."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._unread = bytearray()

    def is_one_waiting(self) -> bool:
        """Return True when there is more to read, be it the end."""
        return bool(self._unread) or self._is_readable(0)

    def is_cut_off(self) -> bool:
        """Return True when nobody can write any more, whatever there is still to read."""
        hung_up = select.poll()
        hung_up.register(self._descriptor, 0)  # a hang-up is told without being asked for
        return bool(hung_up.poll(0))

    def read(self, seconds: float | None = None) -> bytes:
        """Return the next line without its newline.

        Raises `EOFError` when the pipe ends first, `TimeoutError` when `seconds` (real) pass first.
        """
        deadline = None if seconds is None else time.monotonic() + seconds
        while b"\n" not in self._unread:
            left = None if deadline is None else max(0.0, deadline - time.monotonic())
            if not self._is_readable(left):
                raise TimeoutError
            data = os.read(self._descriptor, _CHUNK_BYTES)
            if not data:
                raise EOFError
            self._unread += data
        line, _, rest = bytes(self._unread).partition(b"\n")
        self._unread = bytearray(rest)
        return line

    def __iter__(self) -> Iterator[bytes]:
        """Yield every line until the pipe ends."""
        while True:
            try:
                yield self.read()
            except EOFError:
                return

    def _is_readable(self, seconds: float | None) -> bool:
        return bool(select.select([self._descriptor], [], [], seconds)[0])
