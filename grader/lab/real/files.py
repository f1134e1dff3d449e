"""The loop's ear for the real world: files, sockets and signals."""

from __future__ import annotations

import selectors
from typing import Any


class CountingSelector(selectors.DefaultSelector):
    """A selector that knows whether the loop watches anything besides its own self-pipe.

    `files` counts what could wake the loop from outside: real files, and signals that are handled.
    """

    files = -1  # the self-pipe is the first to register
    signals = 0

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

    def count_signals(self, handled: int) -> None:
        """Take note of how many signals are handled now."""
        self.files += handled - self.signals
        self.signals = handled

    def watches_files(self) -> bool:
        """Return True while a real file is watched; a signal is none."""
        return self.files > self.signals
