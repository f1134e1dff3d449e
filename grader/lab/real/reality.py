"""What is at work in real time beside a virtual world, and how the clock goes meanwhile.

A clock that jumps over real work lets timeouts win that lose in life. So while anything is at work
in real time the clock *walks*: it goes on as fast as real time, until the next deadline, which is
met exactly. Only for jobs of an executor it stands still: they are to take no time at all.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import inf
from typing import TypeVar

new_lock = threading.Lock  # the real one, taken before any world can replace it

PATIENCE_SECONDS = 10.0  # real; how long a thread or a job may take before the world goes on
_LONGEST_SECONDS = 24 * 3600.0  # one wait of the operating system; longer ones are made of several
_SLICE_SECONDS = 0.05  # between looks at work that does not say when it ends

Event = TypeVar("Event")
Select = Callable[[float | None], Sequence[Event]]


@dataclass(eq=False)
class Work:
    """Something that goes on in real time and may wake the loop."""

    holds_clock: bool = False  # the clock stands still for it, it does not walk
    is_certain: bool = True  # it is known to get somewhere; nothing else may ever end
    is_running: Callable[[], bool] | None = None  # None: it says itself when it ends
    position: Callable[[], object] = str  # changes while it gets on


class Bell:
    """Wakes the loop's thread out of a wait in real time; to be rung by any other thread."""

    def __init__(self) -> None:
        self._lock = new_lock()
        self._lock.acquire()
        self.wake_loop: Callable[[], object] = str  # where a loop runs, it has an ear of its own

    def ring(self) -> None:
        """Wake the loop's thread, now or as soon as it waits."""
        with suppress(RuntimeError):  # it rings already
            self._lock.release()
        self.wake_loop()

    def select(self, seconds: float | None) -> Sequence[str]:
        """Wait until it rings; stands where a selector's `select` could."""
        return ["rung"] if self._lock.acquire(timeout=-1 if seconds is None else seconds) else []


class Reality:
    """The real work of one crew. Its methods may be called from any thread."""

    # Kept in the class, where freezegun does not look for clocks to replace.
    _real_time = staticmethod(time.monotonic)

    def __init__(self, patience: float = PATIENCE_SECONDS, *, is_fenced: bool = False) -> None:
        self.patience = inf if is_fenced else patience
        self.watchers: list[Callable[[], bool]] = []  # ask each loop whether it watches real files
        self._is_fenced = is_fenced
        self.work: list[Work] = []
        self.bell = Bell()
        self._is_impatient = False
        self._last_look = 0.0

    def begin(self, work: Work) -> Work:
        """Take note of work that begins."""
        self.work.append(work)
        self._is_impatient = False
        return work

    def end(self, work: Work) -> None:
        """Take note that it has ended; whom it had to wake, it has woken before."""
        with suppress(ValueError):  # it was not running any more
            self.work.remove(work)
        self._is_impatient = False
        self.bell.ring()

    def look(self) -> bool:
        """Return True while anything is at work."""
        for work in list(self.work):
            if work.is_running is not None and not work.is_running():
                self.work.remove(work)
        return bool(self.work)

    def walks(self) -> bool:
        """Return True while a loop watches a real file that something could come from."""
        return not self._is_fenced and any(asks() for asks in self.watchers)

    def listen(
        self, select: Select[Event], seconds: float, *, walks: bool = False, waits: bool = False
    ) -> tuple[Sequence[Event], float]:
        """Wait for the real world at most `seconds`; return what happened and what it took.

        What is there already takes no time. Where nothing happens all of the time has passed, in
        real time only if the clock walks: for work, or because the caller says so. With `waits`
        something may come even though the clock jumps, and is waited for if nothing else is left.
        """
        # Work that ends has woken its waiters before: so look first, and listen afterwards.
        is_busy = self.look()
        events = select(0)
        if events:
            return events, 0.0
        if not self._is_impatient and any(work.holds_clock for work in self.work):
            events = select(None if self.patience == inf else self.patience)
            self._is_impatient = not events
            return events, 0.0
        if walks or is_busy:
            events, passed = self._walk(select, seconds, walks)
            # In grading only what threads of the program do to each other is left of the real
            # world. How long it takes is the machine's doing, and must not show in any time.
            return events, 0.0 if events and self._is_fenced else passed
        if waits and seconds == inf:
            return select(None), 0.0
        return [], seconds

    def spun(self) -> float | None:
        """Return how far time walks while the loop spins for the real world; None if it cannot."""
        last, self._last_look = self._last_look, self._real_time()
        if not self.walks() and not self.look():
            return None
        holds = any(work.holds_clock for work in self.work)
        return 0.0 if holds or last == 0 else self._last_look - last

    def _walk(
        self, select: Select[Event], seconds: float, walks: bool
    ) -> tuple[Sequence[Event], float]:
        began, passed = self._real_time(), 0.0
        told, position = 0.0, self._position()
        while passed < seconds:
            is_busy = self.look() or walks
            events = select(min(seconds - passed, self._longest(walks)) if is_busy else 0)
            passed = self._real_time() - began
            if events:
                return events, min(passed, seconds)
            if not is_busy:
                break
            if seconds == inf and not self._is_certain(walks) and passed - told >= self.patience:
                if position == self._position():
                    break
                told, position = passed, self._position()
        return [], seconds

    def _longest(self, walks: bool) -> float:
        if any(work.is_running is not None for work in self.work):
            return _SLICE_SECONDS
        return _LONGEST_SECONDS if self._is_certain(walks) else min(self.patience, _LONGEST_SECONDS)

    def _is_certain(self, walks: bool) -> bool:
        return walks or any(work.is_certain for work in self.work)

    def _position(self) -> list[object]:
        return [work.position() for work in self.work]
