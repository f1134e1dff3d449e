"""Worker threads on the virtual clock: one thread runs at a time, and the clock knows them all.

A *crew* is the loop's thread and every thread started from it. Real threads run the code, but they
take turns: a thread runs until it sleeps, waits for a lock or ends, and then hands its turn back to
the loop's thread. So the clock can jump exactly when every thread is asleep, waiting or done, and
the order of events is the same each time. Waiting is all done through `locks.Lock`, on which the
standard library builds events, conditions, queues, futures and executors.
"""

from __future__ import annotations

import heapq
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from math import inf
from typing import Any, NoReturn

from grader.lab.clock import Clock
from grader.lab.quiet import silent_pools
from grader.lab.schedule import Schedule
from grader.lab.stall import ThreadDeadlockError
from grader.lab.where import blocking_call, caller
from grader.run import Blocked, Where

# The real primitives, taken before any world can replace them.
new_lock = threading.Lock
real_start = threading.Thread.start
real_join = threading.Thread.join
get_ident = threading.get_ident

_LAST_BREATH_SECONDS = 1.0  # real; an abandoned thread needs microseconds, unless it will not end
_MAX_REFUSALS = 10

MEMBERS: dict[int, Member] = {}  # by thread ident: who lives in virtual time at the moment


class Gate:
    """A real lock and the members that wait for it in virtual time."""

    __slots__ = ("__weakref__", "real", "waiters")

    def __init__(self) -> None:
        self.real = new_lock()
        self.waiters: deque[Member] = deque()

    def release(self) -> None:
        """Open the lock; the thread that has waited longest gets in line for a turn."""
        self.real.release()
        if self.waiters:
            waiter = self.waiters.popleft()
            waiter.crew.wake(waiter)


class Member:
    """A thread of a crew. The loop's own thread is a member without a `thread`."""

    def __init__(self, crew: Crew, thread: threading.Thread | None = None) -> None:
        self.crew = crew
        self.thread = thread
        self.where = caller() if thread else None
        self.turn = new_lock()
        self.turn.acquire()
        self.done = Gate()
        self.done.real.acquire()
        self.is_finished = False
        self.is_abandoned = False
        self.refusals = 0  # how often an abandoned thread was told to end and went on
        self.is_starting_thread = False  # waits for a thread's first breath, which takes no turn
        self.is_asleep = False
        self.wait_number = 0  # tells a stale alarm from a live one


class Crew:
    """The threads of one virtual world, and whose turn it is. Fenced: no door leads out of it."""

    def __init__(self, clock: Clock, *, is_fenced: bool = False) -> None:
        self.clock = clock
        self.schedule = Schedule()  # of the run that is going on
        self.is_fenced = is_fenced
        self.blocked: list[Blocked] = []  # times relative to nothing: the clock's own seconds
        self.trespasses: list[Where] = []  # lines that called the loop from another thread
        self.members: list[Member] = []
        self._runnable: deque[Member] = deque()
        self._alarms: list[tuple[float, int, int, Member]] = []
        self._alarm_count = 0
        self._loop_turn = new_lock()
        self._loop_turn.acquire()
        self._loop_member = Member(self)

    @contextmanager
    def on_this_thread(self) -> Iterator[None]:
        """Make the current thread the loop's thread of this crew for the length of the block."""
        ident = get_ident()
        before = MEMBERS.get(ident)
        MEMBERS[ident] = self._loop_member
        try:
            yield
        finally:
            if before is None:
                MEMBERS.pop(ident, None)
            else:
                MEMBERS[ident] = before

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
        self._runnable.append(member)
        if at_once and starter is self._loop_member and self.schedule.thread_comes_first():
            self.run_next()

    def _body(self, member: Member, run: Callable[[], Any]) -> None:
        MEMBERS[get_ident()] = member
        member.turn.acquire()
        try:
            if not member.is_abandoned:
                run()
        except BaseException as error:
            # Reported here, as `threading` would, while this thread still has its turn; without
            # the frame of this function.
            if not member.is_abandoned and not isinstance(error, SystemExit):
                error.__traceback__ = error.__traceback__ and error.__traceback__.tb_next
                told = (type(error), error, error.__traceback__, member.thread)
                threading.excepthook(threading.ExceptHookArgs(told))
        finally:
            member.is_finished = True
            member.done.release()
            del MEMBERS[get_ident()]
            if not member.is_abandoned:
                self.members.remove(member)
                self._loop_turn.release()

    def note_trespass(self) -> None:
        """Note the caller's line where it stands on a thread of the crew other than the loop's."""
        member = MEMBERS.get(get_ident())
        where = caller()
        if member is not None and member is not self._loop_member and where is not None:
            self.trespasses.append(where)

    def still_busy(self) -> list[Member]:
        """Return the threads that are in the middle of something: asleep, or about to run."""
        return [
            m for m in self.members if not m.is_finished and (m.is_asleep or m in self._runnable)
        ]

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
                if member in self._runnable:
                    self._runnable.remove(member)
                member.turn.release()
                if member.thread:
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
        if not self._runnable:
            return False
        chosen = self.schedule.thread(len(self._runnable))
        member = self._runnable[chosen]
        del self._runnable[chosen]
        member.turn.release()
        self._loop_turn.acquire()
        if member.is_finished and member.thread:
            # So that `is_alive` never depends on how fast a thread draws its last breath.
            real_join(member.thread, _LAST_BREATH_SECONDS)
        return True

    def wake(self, member: Member) -> None:
        """Put a waiting thread in line for a turn (the loop's thread looks for itself)."""
        if member is not self._loop_member and member not in self._runnable:
            self._runnable.append(member)

    def _pause(self, member: Member) -> None:
        if not member.is_abandoned:
            self._loop_turn.release()
            member.turn.acquire()
            member.wait_number += 1
        if member.is_abandoned:
            self._leave(member)

    # Alarms

    def next_alarm(self) -> float:
        """Return when the next sleeping thread wakes; infinity when none sleeps."""
        alarms = self._alarms
        while alarms and alarms[0][2] != alarms[0][3].wait_number:
            heapq.heappop(alarms)
        return alarms[0][0] if alarms else inf

    def ring(self) -> None:
        """Put every thread whose alarm is due in line for a turn."""
        while self.next_alarm() <= self.clock.now:
            self.wake(heapq.heappop(self._alarms)[3])

    def _set_alarm(self, when: float, member: Member) -> None:
        if when < inf:
            self._alarm_count += 1
            heapq.heappush(self._alarms, (when, self._alarm_count, member.wait_number, member))

    # Waiting

    def sleep(self, member: Member, seconds: float) -> None:
        """Sleep in virtual time; on the loop's thread this blocks everybody else."""
        deadline = self.clock.now + seconds
        if member is self._loop_member:
            self._hold_loop(lambda: False, deadline, "time.sleep")
            return
        self._set_alarm(deadline, member)
        if seconds <= 0:
            self.wake(member)
        member.is_asleep = True
        self._pause(member)
        member.is_asleep = False

    def wait(self, member: Member, lock: Gate, timeout: float) -> bool:
        """Wait for a lock; False when `timeout` virtual seconds pass first (below 0: never)."""
        deadline = self.clock.now + timeout if timeout >= 0 else inf
        take = partial(lock.real.acquire, False)
        if member is self._loop_member:
            return self._hold_loop(take, deadline)
        while not take():
            if self.clock.now >= deadline:
                return False
            lock.waiters.append(member)
            self._set_alarm(deadline, member)
            try:
                self._pause(member)
            finally:
                if member in lock.waiters:
                    lock.waiters.remove(member)
        return True

    def _hold_loop(self, is_over: Callable[[], bool], deadline: float, what: str = "") -> bool:
        """Hold the loop's thread until `is_over` or the deadline, and record for how long.

        Other threads go on meanwhile, tasks do not: that is what blocking the loop means.
        """
        clock = self.clock
        began = clock.now
        where, call = blocking_call()
        try:
            while not is_over():
                if self.run_next():
                    continue
                if clock.now >= deadline:
                    return False
                until = min(self.next_alarm(), deadline)
                if until == inf:
                    raise ThreadDeadlockError(where)
                clock.now = max(clock.now, until)
                self.ring()
            return True
        finally:
            self._record_block(began, what or call, where)

    def _record_block(self, began: float, what: str, where: Where | None) -> None:
        if self.clock.now > began:
            self.blocked.append(Blocked(began, self.clock.now - began, what, where))
