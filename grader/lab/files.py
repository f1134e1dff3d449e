"""The loop's ear for the real world: files, sockets and signals."""

from __future__ import annotations

import selectors
from typing import Any


class CountingSelector(selectors.DefaultSelector):
    """A selector that knows whether the loop watches anything besides its own self-pipe.

    `files` counts what could wake the loop from outside: real files, signals that are handled, and
    real threads at work. `jobs` counts the last alone: virtual time stands still for them.
    """

    files = -1  # the self-pipe is the first to register
    jobs = 0

    def register(self, fileobj: Any, mask: int, data: Any = None) -> selectors.SelectorKey:
        """Watch a file, and count it."""
        key = super().register(fileobj, mask, data)
        self.files += 1
        return key

    def unregister(self, fileobj: Any) -> selectors.SelectorKey:
        """Stop watching a file."""
        key = super().unregister(fileobj)
        self.files -= 1
        return key

    def job_begins(self) -> None:
        """Count a job of a thread that lives in real time."""
        self.files += 1
        self.jobs += 1

    def job_ends(self, _: object = None) -> None:
        """Count it no longer; fits as the callback of a future."""
        self.files -= 1
        self.jobs -= 1

    def listen(self) -> list[tuple[selectors.SelectorKey, int]]:
        """Return what has happened; wait in real time only where a real thread is at work."""
        return self.select(None if self.jobs else 0)
