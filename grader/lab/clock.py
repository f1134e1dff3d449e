"""The one clock of a virtual world."""

from __future__ import annotations

from collections.abc import Callable

START_SECONDS = 1000.25  # odd on purpose: code that mixes relative and absolute time shows
EPOCH_SECONDS = 1_893_456_000  # 2030-01-01T00:00:00Z, the calendar date when a world begins


class Clock:
    """Virtual seconds. Moves only forward, and only when nothing can run or somebody blocks."""

    __slots__ = ("now",)
    now: float

    def __init__(self) -> None:
        object.__setattr__(self, "now", START_SECONDS)

    def __setattr__(self, name: str, seconds: float) -> None:
        # Reading must be quick, so `now` is a plain slot; setting is rare, and looked at.
        if not seconds >= self.now:
            raise ValueError(
                f"Virtual time is {self.now} and only moves forward, not to {seconds}."
            )
        object.__setattr__(self, name, seconds)

    def calendar(self) -> float:
        """Return seconds since the Unix epoch, as `time.time()` gives them."""
        return EPOCH_SECONDS + (self.now - START_SECONDS)


# Sets `now` without a look, for the loop, which has looked already; it does so for every deadline.
leap: Callable[[Clock, float], None] = vars(Clock)["now"].__set__
