"""The loop's ear for the real world: files, sockets and signals."""

from __future__ import annotations

import selectors
import time
from math import inf
from typing import Any

Events = list[tuple[selectors.SelectorKey, int]]

_LONGEST_SECONDS = 24 * 3600.0  # one wait of the operating system; longer ones are made of several


class CountingSelector(selectors.DefaultSelector):
    """A selector that knows what could wake the loop from outside, and how time goes meanwhile.

    `files` counts all of it: real files (not the loop's own self-pipe), signals that are handled,
    and real threads at work. For a real file the clock *walks*: it goes on as fast as real time.
    For `jobs`, threads at work in real time, it stands still. For `signals` it jumps as ever.
    """

    files = -1  # the self-pipe is the first to register
    signals = 0
    jobs = 0
    _last_look = 0.0

    # Kept in the class, where freezegun does not look for clocks to replace.
    _real_time = staticmethod(time.monotonic)

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

    def count_signals(self, handled: int) -> None:
        """Take note of how many signals are handled now."""
        self.files += handled - self.signals
        self.signals = handled

    def walks(self) -> bool:
        """Return True while a real file is watched, so that the clock must not jump."""
        return self.files > self.signals + self.jobs

    def since_last_look(self) -> float:
        """Return the real seconds since this was asked the last time; 0 at first."""
        last, self._last_look = self._last_look, self._real_time()
        return self._last_look - (last or self._last_look)

    def listen(self, seconds: float, *, fenced: bool = False) -> tuple[Events, float]:
        """Wait for the real world at most `seconds`; return what happened and what it took.

        What is there already takes no time. Where nothing happens, all of the time has passed,
        in real time only if the clock walks. In a `fenced` world nothing can come from outside
        but a job's end.
        """
        events = self.select(0)
        if events:
            return events, 0.0
        if self.jobs or (seconds == inf and (fenced or not self.walks())):
            return self.select(None), 0.0
        if fenced or not self.walks():
            return [], seconds
        began = self._real_time()
        passed = 0.0
        while not events and passed < seconds:
            events = self.select(min(seconds - passed, _LONGEST_SECONDS))
            passed = self._real_time() - began
        return events, min(passed, seconds)
