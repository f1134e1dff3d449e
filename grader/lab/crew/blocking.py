"""The loop's own thread in a blocking call: tasks stand still, threads and time go on."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from math import inf
from typing import Protocol

from grader.lab.clock import Clock
from grader.lab.crew.gates import Passage
from grader.lab.real.reality import Reality
from grader.lab.stall import StallError, ThreadDeadlockError
from grader.lab.trace import Trace
from grader.lab.waiting.graph import Thread, blocked
from grader.lab.where import blocking_call
from grader.run import Blocked, Where

ASKING = "asking for the time"  # again and again, until it is late enough: one long call


class Others(Protocol):
    """The threads that go on meanwhile: a crew."""

    clock: Clock
    reality: Reality

    @property
    def members(self) -> Sequence[Thread]:
        """Return them in the order of their start."""

    def run_next(self) -> bool:
        """Let one run until it pauses; False when none can."""

    def next_alarm(self) -> float:
        """Return when one wakes."""

    def ring(self) -> None:
        """Wake those whose time has come."""

    def stuck(self) -> StallError | None:
        """Return the error that names those in a real call."""


class LoopBlock:
    """Holds the loop's thread in virtual time, and records for how long."""

    def __init__(self, crew: Others) -> None:
        self.blocked: list[Blocked] = []  # times relative to nothing: the clock's own seconds
        self._crew = crew

    def until(self, deadline: float, passage: Passage | None = None, what: str = "") -> bool:
        """Hold until somebody opens the passage, or until the deadline; False for the latter."""
        crew, clock, reality = self._crew, self._crew.clock, self._crew.reality
        began = clock.now
        where, call = blocking_call()
        try:
            while True:
                is_real = bool(reality.work) or reality.walks()
                if passage is not None and passage():
                    return True
                if crew.run_next():
                    continue
                if clock.now >= deadline:
                    return False
                until = min(crew.next_alarm(), deadline)
                if is_real and self._hear(until, passage):
                    continue
                if until == inf:
                    raise crew.stuck() or self._deadlock(where)
                clock.now = max(clock.now, until)
                crew.ring()
        finally:
            self._record(began, what or call, where)

    def _hear(self, until: float, passage: Passage | None) -> bool:
        """Wait for the real world until the virtual time `until`; True if it speaks before."""
        clock, reality = self._crew.clock, self._crew.reality
        in_line: AbstractContextManager[object] = passage or nullcontext()
        with in_line:  # so that a real thread that opens it rings
            if passage is not None and passage.is_free():
                return True
            seconds = until - clock.now
            _, passed = reality.listen(reality.bell.select, seconds, walks=reality.walks())
            if passed < seconds:
                clock.now += passed
            return passed < seconds

    def _deadlock(self, where: Where | None) -> ThreadDeadlockError:
        graph = blocked(self._crew)
        return ThreadDeadlockError(where, graph.waiting, graph.cycles)

    def _record(self, began: float, what: str, where: Where | None) -> None:
        seconds = self._crew.clock.now - began
        if seconds <= 0:
            return
        trace: Trace | None = getattr(asyncio._get_running_loop(), "trace", None)
        if trace is not None:
            trace.blocked(self._crew.clock.now)
        last = self.blocked[-1] if self.blocked else None
        is_next = last is not None and began - (last.at + last.seconds) < 1e-9
        if last and is_next and what == ASKING and (last.what, last.where) == (what, where):
            began, seconds = last.at, last.seconds + seconds
            self.blocked.pop()
        self.blocked.append(Blocked(began, seconds, what, where))
