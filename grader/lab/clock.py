"""The one clock of a virtual world."""

from __future__ import annotations

START_SECONDS = 1000.25  # odd on purpose: code that mixes relative and absolute time shows
EPOCH_SECONDS = 1_893_456_000  # 2030-01-01T00:00:00Z, the calendar date when a world begins


class Clock:
    """Virtual seconds. Moves only forward, and only when nothing can run or somebody blocks."""

    __slots__ = ("now",)

    def __init__(self) -> None:
        self.now = START_SECONDS

    def calendar(self) -> float:
        """Return seconds since the Unix epoch, as `time.time()` gives them."""
        return EPOCH_SECONDS + (self.now - START_SECONDS)
