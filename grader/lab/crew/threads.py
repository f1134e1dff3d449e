"""Worker threads on the virtual clock: one thread runs at a time, and the clock knows them all.

A *crew* is the loop's thread and every thread started from it. Real threads run the code, but they
take turns: a thread runs until it sleeps, waits for a lock or ends, and then hands its turn back to
the loop's thread. So the clock can jump exactly when every thread is asleep, waiting or done, and
the order of events is the same each time. Waiting is all done through `locks.Lock`, on which the
standard library builds events, conditions, queues, futures and executors.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from math import inf
from typing import Any, ClassVar, NoReturn, TypeVar

from grader.lab.clock import Clock
from grader.lab.crew.alarms import Alarms
from grader.lab.crew.blocking import LoopBlock
from grader.lab.crew.gates import Gate, Passage
from grader.lab.crew.quiet import report, silent_pools
from grader.lab.crew.stuck import StuckThreadError, stuck_at
from grader.lab.crew.turns import Place, Turns
from grader.lab.real.reality import PATIENCE_SECONDS, Reality
from grader.lab.schedule import Schedule
from grader.lab.where import caller
from grader.run import Where

# The real primitives, taken before any world can replace them.
real_start = threading.Thread.start
real_join = threading.Thread.join
get_ident = threading.get_ident
_real_time = (time.monotonic,)  # in a tuple, where freezegun does not look for clocks to replace

_LAST_BREATH_SECONDS = 1.0  # real; an abandoned thread needs microseconds, unless it will not end
_MAX_REFUSALS = 10

T = TypeVar("T")
MEMBERS: dict[int, Member] = {}  # by thread ident: who lives in virtual time at the moment


class Member(Place):
    """A thread of a crew. The loop's own thread is a member without a `thread`."""

    def __init__(self, crew: Crew, thread: threading.Thread | None = None) -> None:
        super().__init__(thread)
        self.crew = crew
        self.where = caller() if thread else None
        self.done = Gate()
        self.done.real.acquire()
        self.is_finished = False
        self.is_abandoned = False
        self.refusals = 0  # how often an abandoned thread was told to end and went on
        self.is_starting_thread = False  # waits for a thread's first breath, which takes no turn
        self.has_plans = isinstance(thread, threading.Timer)  # or is asleep: goes on by itself
        self.wait_number = 0  # tells a stale alarm from a live one
        self.nudge: Callable[[], object] | None = None  # ends a real call that it is in


class Crew:
    """The threads of one virtual world, and whose turn it is. Fenced: no door leads out of it."""

    loop_type: ClassVar[Callable[..., Any] | None] = None  # makes loops on a crew's clock

    def __init__(
        self, clock: Clock, *, is_fenced: bool = False, patience: float = PATIENCE_SECONDS
    ) -> None:
        self.clock = clock
        self.schedule = Schedule()  # of the run that is going on
        self.is_fenced = is_fenced
        self.reality = Reality(patience, is_fenced=is_fenced)
        self.trespasses: list[Where] = []  # lines that called the loop from another thread
        self.members: list[Member] = []
        self.runnable: deque[Member] = deque()  # in line for a turn
        self._alarms: Alarms[Member] = Alarms()
        self.next_alarm = self._alarms.next
        self._turns = Turns(self.reality)
        self._loop_member = Member(self)
        self._block = LoopBlock(self)
        self.blocked = self._block.blocked

    @contextmanager
    def on_this_thread(self) -> Iterator[None]:
        """Make the current thread the loop's thread of this crew for the length of the block."""
        before = MEMBERS.get(get_ident())
        if before is None or before.crew is not self:  # a loop in a thread leaves it where it is
            MEMBERS[get_ident()] = self._loop_member
        try:
            yield
        finally:
            MEMBERS.pop(get_ident(), None)
            if before is not None:
                MEMBERS[get_ident()] = before

    # Starting, joining and ending threads

    def start(self, starter: Member, thread: threading.Thread, at_once: bool) -> None:
        """Start a thread as a member; it gets its first turn when the loop has nothing to run.

        Where `at_once` allows it, other schedules let it begin before the line after `start()`.
        """
        if starter.is_abandoned:
            self._leave(starter)
        member = Member(self, thread)
        thread.run = partial(self._body, member, thread.run)  # type: ignore[method-assign]
        thread.lab_member = member  # type: ignore[attr-defined]  # found again by join()
        starter.is_starting_thread = True
        try:
            real_start(thread)
        finally:
            starter.is_starting_thread = False
        self.members.append(member)
        self.runnable.append(member)
        if at_once and starter is self._loop_member and self.schedule.thread_comes_first():
            self.run_next()

    def _body(self, member: Member, run: Callable[[], Any]) -> None:
        MEMBERS[get_ident()] = member
        member.turn.acquire()
        try:
            if not member.is_abandoned:
                run()
        except BaseException as error:
            if not member.is_abandoned and not isinstance(error, SystemExit):
                report(error, member.thread)  # while this thread still has its turn
        finally:
            member.is_finished = True
            member.done.release()
            del MEMBERS[get_ident()]
            if not member.is_abandoned:
                self.members.remove(member)
                self._turns.hand_back(member, str)

    def note_trespass(self) -> None:
        """Note the caller's line where it stands on a thread of the crew other than the loop's."""
        member = MEMBERS.get(get_ident())
        where = caller()
        if member is not None and member is not self._loop_member and where is not None:
            self.trespasses.append(where)

    def still_busy(self) -> list[Member]:
        """Return the threads with something to do: asleep, about to run, a timer yet to ring."""
        alive = [member for member in self.members if not member.is_finished]
        return [one for one in alive if one.has_plans or one in self.runnable]

    def end_busy(self) -> None:
        """End the threads that are in the middle of something; idle ones of a pool stay."""
        self._end(self.still_busy())

    def close(self) -> None:
        """End every thread where it waits."""
        self._end(list(self.members))

    def _end(self, members: list[Member]) -> None:
        # One after the other; what they do then takes no time.
        with silent_pools():
            for member in members:
                member.is_abandoned = True
                self.members.remove(member)
                if member in self.runnable:
                    self.runnable.remove(member)
                member.turn.release()
                if member.errand is not None:
                    self.reality.end(member.errand)  # nobody can end a real call
                elif member.thread:
                    real_join(member.thread, _LAST_BREATH_SECONDS)

    def _leave(self, member: Member) -> NoReturn:
        """End the current thread, which is abandoned; one that will not go is parked for ever."""
        member.refusals += 1
        if member.refusals > _MAX_REFUSALS:
            member.turn.acquire()
        raise SystemExit

    # Turns

    def run_next(self) -> bool:
        """Let one thread run until it pauses; False when none can. For the loop's thread only."""
        if not self.runnable:
            return False
        chosen = self.schedule.thread(len(self.runnable))
        member = self.runnable[chosen]
        del self.runnable[chosen]
        if self._turns.give(member) and member.is_finished and member.thread:
            # So that `is_alive` never depends on how fast a thread draws its last breath.
            real_join(member.thread, _LAST_BREATH_SECONDS)
        return True

    def wake(self, member: Member) -> None:
        """Put a waiting thread in line for a turn (the loop's thread looks for itself)."""
        if member.nudge is not None:
            member.nudge()
        elif member is not self._loop_member and member.errand is None:
            self._line_up(member)
        if get_ident() not in MEMBERS:  # from the real world, so the loop may be waiting for real
            self.reality.bell.ring()

    def _line_up(self, member: Member) -> None:
        if member not in self.runnable:
            self.runnable.append(member)

    def _pause(self, member: Member) -> None:
        if not member.is_abandoned:
            self._turns.hand_back(member, partial(self._line_up, member))
            member.turn.acquire()
            member.wait_number += 1
        if member.is_abandoned:
            self._leave(member)

    def _come_in(self, member: Member) -> None:
        if member.errand is not None or member.is_abandoned:
            self._pause(member)

    @contextmanager
    def outside(self, member: Member) -> Iterator[None]:
        """Let the current thread be in real time for the length of the block, for a real call.

        The clock walks meanwhile. Where it is the loop's own thread, that is blocked for as long.
        """
        if self.is_fenced:
            yield
            return
        del MEMBERS[get_ident()]
        began = _real_time[0]()
        if member is not self._loop_member:
            self._turns.go_out(member)
        try:
            yield
        finally:
            MEMBERS[get_ident()] = member
            if member is self._loop_member:
                self.sleep(member, _real_time[0]() - began)
            else:
                self._come_in(member)

    def ring(self) -> None:
        """Put every thread whose alarm is due in line for a turn."""
        for member in self._alarms.due(self.clock.now):
            self.wake(member)

    # Waiting

    def sleep(self, member: Member, seconds: float, what: str = "time.sleep") -> None:
        """Sleep in virtual time; on the loop's thread this blocks everybody else."""
        self._come_in(member)
        deadline = self.clock.now + seconds
        if member is self._loop_member:
            self._block.until(deadline, what=what)
            return
        if seconds <= 0:
            self.wake(member)
        member.has_plans = True
        self._pause_until(member, deadline)
        while self.clock.now < deadline:  # woken for something else
            self._pause_until(member, deadline)
        member.has_plans = isinstance(member.thread, threading.Timer)

    def _pause_until(self, member: Member, when: float) -> None:
        self._alarms.set(when, member)
        self._pause(member)

    def wait_for_call(self, member: Member, when: float) -> None:
        """Pause, for a loop in this thread, until `when` or until it is called (see `wake`)."""
        self._pause_until(member, when)

    def wait_for_file(
        self, member: Member, when: float, select: Callable[[None], T], nudge: Callable[[], object]
    ) -> T:
        """Do the same in a real `select`, which `nudge` ends; return what that returns."""
        self._alarms.set(when, member)
        member.nudge = nudge
        try:
            with self.outside(member):
                return select(None)
        finally:
            member.nudge = None

    def wait(self, member: Member, lock: Gate, timeout: float) -> bool:
        """Wait for a lock; False when `timeout` virtual seconds pass first (below 0: never)."""
        self._come_in(member)
        deadline = self.clock.now + timeout if timeout >= 0 else inf
        passage = Passage(lock, member)
        if member is self._loop_member:
            return self._block.until(deadline, passage)
        while not passage():
            if self.clock.now >= deadline:
                return False
            with passage:
                if not passage.is_free():  # a real thread may have opened it meanwhile
                    self._pause_until(member, deadline)
        return True

    def stuck(self) -> StuckThreadError | None:
        """Return the error that names the threads in a real call; None when there are none."""
        found = tuple(stuck_at(m.thread) for m in self.members if m.errand and m.thread)
        return StuckThreadError(self.reality.patience, found) if found else None
