"""Turns: one thread of a crew runs at a time, or it is outside, in a call that takes real time."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from math import inf

from grader.lab.real.reality import Reality, Work, new_lock


class Place:
    """A thread's place among those that take turns."""

    def __init__(self, thread: threading.Thread | None) -> None:
        self.thread = thread
        self.turn = new_lock()
        self.turn.acquire()
        self.errand: Work | None = None  # what it does outside; None while it takes turns
        self.read_at = 0.0  # the time at which it looked at the clock last
        self.readings = 0  # how often at that time

    def position(self) -> object:
        """Return something that changes while the thread gets on: its line, and its time."""
        ident = self.thread.ident if self.thread else None
        frame = sys._current_frames().get(ident or 0)
        if ident is None or frame is None:
            return None
        return id(frame), frame.f_lasti, _processor_seconds(ident)


_real_clock = time.clock_gettime if hasattr(time, "pthread_getcpuclockid") else None


def _processor_seconds(ident: int) -> float:
    # A long computation in C stays at one line.
    return 0.0 if _real_clock is None else round(_real_clock(time.pthread_getcpuclockid(ident)), 2)


class Turns:
    """Hands the turn of a crew from the loop's thread to another one and back."""

    def __init__(self, reality: Reality) -> None:
        self._reality = reality
        self._back = new_lock()  # free when a thread has handed its turn back
        self._back.acquire()
        self._mutex = new_lock()  # around going out and coming back, which two threads may decide

    def give(self, place: Place) -> bool:
        """Let a thread run until it hands its turn back.

        Return False for one that has kept it for longer than the crew is patient, in real seconds:
        it waits in a call that nobody knows of, perhaps for the loop. From now on it is outside.
        """
        place.turn.release()
        patience = self._reality.patience
        if self._back.acquire(timeout=-1 if patience == inf else patience):
            return True
        with self._mutex:
            if self._back.acquire(False):
                return True
            self._send_out(place)
        return False

    def _send_out(self, place: Place) -> None:
        place.errand = self._reality.begin(Work(is_certain=False, position=place.position))

    def go_out(self, place: Place) -> None:
        """Hand the turn back, and go on outside; for a thread that has its turn."""
        with self._mutex:
            self._send_out(place)
            self._back.release()

    def hand_back(self, place: Place, line_up: Callable[[], object]) -> None:
        """Hand the turn back. A thread that was outside has none: it lines up and is inside."""
        with self._mutex:
            errand, place.errand = place.errand, None
            if errand is None:
                self._back.release()
                return
            line_up()
        self._reality.end(errand)
