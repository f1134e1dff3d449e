"""A complete asyncio event loop whose time is virtual."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextvars import Context
from heapq import heappop, heappush
from math import inf
from typing import Any

from grader.lab.clock import Clock, leap
from grader.lab.crew.threads import Crew
from grader.lab.real.outside import OutsideLoop
from grader.lab.real.reality import PATIENCE_SECONDS
from grader.lab.schedule import Schedule
from grader.lab.stall import BusyWaitError, DeadlockError, EndlessError
from grader.lab.steps import is_just_yielding, next_handle, task_of, warn_of_slow, without_last_line
from grader.lab.tasks import make_task
from grader.lab.timers import Soon, Timer, Timers
from grader.lab.trace import Trace
from grader.lab.waiting.graph import graph_of, spinning

MAX_TURNS = 100_000  # of the loop at one virtual instant; honest programs need a few hundred


class VirtualLoop(OutsideLoop):
    """An event loop on virtual time: sleeping costs nothing, and deadlines are met exactly.

    Time moves only when nothing can run, and then it is set *to* the next deadline. Equal deadlines
    fire in the order in which they were made, as they do in real time, where they differ by
    microseconds. Use it as `asyncio.Runner(loop_factory=VirtualLoop)`. `time.sleep` and threads
    follow the clock while a world is installed (`grader.lab.run` and `grader.lab.world` do that).

    The one trap: a task that spins (`while not done: await sleep(0)`) would stop time for ever;
    after `max_turns` turns at one instant the loop raises `BusyWaitError`. `limit` caps virtual
    seconds, `max_instants` how often the clock may move. Loops may share a `crew`: its clock and
    threads go on. A `schedule` decides what asyncio leaves open. For a crew of its own, `patience`
    says after how many real seconds a thread in a real call no longer holds up the others.
    """

    def __init__(
        self,
        *,
        trace: Trace | None = None,
        max_turns: float = MAX_TURNS,
        max_instants: float = inf,
        limit: float = inf,
        crew: Crew | None = None,
        schedule: Schedule | None = None,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._owns_crew = crew is None
        super().__init__(crew or Crew(Clock(), patience=patience))
        if schedule is not None:
            self.crew.schedule = schedule
        self.schedule = self.crew.schedule
        self._ranks = self.schedule.ranks
        self._places = self.schedule.places
        self._after_step: Callable[[], object] | None = None
        self._looks_closely = self.schedule.explores
        self.clock = self.crew.clock
        self.trace = trace
        self._timers = Timers()
        self._max_turns = max_turns
        self._max_instants = self._instants_left = max_instants
        self._limit = limit
        self._began = self.clock.now
        self._end_of_time = self._began + limit

    # Time and timers

    def time(self) -> float:
        """Return the virtual time in seconds; it begins at the odd `clock.START_SECONDS`."""
        return self.clock.now

    def call_later(
        self,
        delay: float,
        callback: Callable[..., object],
        *args: Any,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        """Call back after `delay` virtual seconds."""
        if delay is None:
            raise TypeError("delay must not be None")
        when = self.clock.now + delay
        if self._debug or self._closed or when != when:
            return without_last_line(self.call_at(when, callback, *args, context=context))
        # What call_at does, once more: every asyncio.sleep comes through here.
        handle = Timer(when, callback, args, self, context)
        heappush(self._timers.heap, (when, next(self._ranks), handle))
        return handle

    def call_at(
        self,
        when: float,
        callback: Callable[..., object],
        *args: Any,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        """Call back at the virtual time `when`; equal times fire in the order of these calls."""
        if when is None:
            raise TypeError("when cannot be None")
        if when != when:  # asyncio fires it at once, or never: its heap is out of order then
            raise ValueError("A time cannot be NaN (not a number).")
        self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, "call_at")
        kind = asyncio.TimerHandle if self._debug else Timer
        handle = kind(when, callback, args, self, context)
        heappush(self._timers.heap, (when, next(self._ranks), handle))
        handle._scheduled = True
        return without_last_line(handle) if self._debug else handle

    def call_soon(
        self, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        """Call back in the loop's next turn, in the order of these calls."""
        if self._debug or self._closed:
            return without_last_line(super().call_soon(callback, *args, context=context))
        if self.crew.members:  # a thread has another door: call_soon_threadsafe
            self.crew.note_trespass()
        handle = Soon(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def _timer_handle_cancelled(self, handle: asyncio.TimerHandle) -> None:
        self._timers.count_cancelled(handle)

    # Running

    def create_task(self, coro: Any, **options: Any) -> asyncio.Task[Any]:
        """Make a task, and note its life where a trace is kept."""
        if self._task_factory is None:
            self._check_closed()
            task: asyncio.Task[Any] = make_task(coro, next(self._places), loop=self, **options)
        else:
            task = super().create_task(coro, **options)
        if self.trace is not None:
            self.trace.task_made(task, self.clock.now)
        return task

    def close(self) -> None:
        """Close the loop; worker threads that still wait end where they are."""
        super().close()
        if self._owns_crew:
            self.crew.close()

    def _run_once(self) -> None:
        # The step that BaseEventLoop repeats until the loop is stopped, and that all loops of this
        # family replace. Ours repeats itself, which is quicker. A turn goes as in asyncio: what is
        # ready first, then timers that are due, all in one batch.
        ready, timers, clock, files = self._ready, self._timers, self.clock, self._files
        popleft, heap = ready.popleft, timers.heap
        before = self.trace.before if self.trace is not None and self.trace.with_spans else None
        turns, instant = 0, clock.now
        while True:
            if not ready:
                self._wait()
            elif files.files:
                self._process_events(files.select(0))
            now = clock.now
            due = 0
            while heap and heap[0][0] <= now:
                handle = heappop(heap)[2]
                handle._scheduled = False
                if handle._cancelled:
                    timers.cancelled -= 1
                else:
                    ready.append(handle)
                    due += 1
            if due > 1:
                self.schedule.tie(due)
            turns += 1
            if now != instant:
                instant, turns = now, 1
                self._instants_left -= 1
                if now > self._end_of_time or self._instants_left < 0:
                    self._give_up_on_time(now)
            if turns > self._max_turns:
                self._give_up_spinning(turns - 1)
            count = len(ready)
            if self._looks_closely or self._debug:
                self._run_batch_closely(count)
                count = 0
            elif before is not None:
                while count > due:  # timers come last, and none of them is a task's step
                    count -= 1
                    handle = popleft()
                    if not handle._cancelled:
                        before(handle._callback, clock.now)
                        handle._run()
            while count:
                count -= 1
                handle = popleft()
                if not handle._cancelled:
                    handle._run()
            if self._stopping:
                return

    def watch_steps(self, after_step: Callable[[], object] | None) -> None:
        """Call `after_step` after every step, callback and turn of a thread; None ends that."""
        self._after_step = after_step
        self._looks_closely = True

    def _run_batch_closely(self, count: int) -> None:
        for _ in range(count):
            handle = next_handle(self._ready, self.schedule)
            if handle._cancelled:
                continue
            began = self.clock.now
            if self.trace is not None and self.trace.with_spans:
                self.trace.before(handle._callback, began)
            handle._run()
            taken = self.clock.now - began
            if self._debug and taken >= self.slow_callback_duration:
                warn_of_slow(handle, taken)
            if self._after_step is not None:
                self._after_step()
            # The traceback of an error in there may keep this frame, which must not keep the error.
            del handle

    def _wait(self) -> None:
        """Nothing is ready: let threads run, listen to the real world, or move the clock."""
        crew = self.crew
        when = self._timers.next_deadline()
        if self._member is not None:  # this loop is one of the threads
            if when > self.clock.now and not self._stopping:
                self._pause(self._member, when)
            return
        # First of all: who works outside may call this loop, and end, at any time.
        is_real = self._files.files or crew.reality.work
        if self._stopping or self._ready:
            return
        if crew.members and crew.run_next():
            for _ in range(len(crew.runnable)):  # each once: one that yields would starve the loop
                if self.schedule.thread_comes_first():
                    crew.run_next()
            if self._after_step is not None:
                self._after_step()
            return
        if crew.members:
            when = min(when, crew.next_alarm())
        if is_real and self._hear(when, self._end_of_time):
            return
        if when == inf:
            raise crew.stuck() or DeadlockError(
                "Deadlock: every task waits, and nothing is left that could wake one.",
                *self._stand_still(for_good=True),
            )
        if when > self._end_of_time:
            self._give_up_on_time(when)
        elif when > self.clock.now:
            leap(self.clock, when)
        if crew.members:
            crew.ring()

    def is_settled(self) -> bool:
        """Return True when nothing is on its way: no task begins, or is about to hear some news.

        What is ready are only tasks that gave up their turn with `sleep(0)`; no thread is.
        """
        return not self.crew.runnable and all(map(is_just_yielding, self._ready))

    def has_plans(self) -> bool:
        """Return True when something can still happen by itself, in loop, threads or files."""
        crew = self.crew
        plans = self._ready or crew.still_busy() or self._files.files > 0 or crew.reality.work
        return bool(plans) or min(self._timers.next_deadline(), crew.next_alarm()) < inf

    # Giving up

    def _stand_still(self, *, for_good: bool) -> tuple[Any, Any]:
        tasks = [task for task in asyncio.all_tasks(self) if not task.done()]
        graph = graph_of(tasks, self.trace, crew=self.crew, for_good=for_good)
        return graph.waiting, graph.cycles

    def _give_up_spinning(self, turns: int) -> None:
        seconds = self.crew.reality.spun()
        if seconds is not None:  # it may be waiting for the real world that way
            self.clock.now = min(self._timers.next_deadline(), self.clock.now + seconds)
            return
        tasks = filter(None, map(task_of, self._ready))
        waiting = spinning(tasks, self.trace)
        where = next((item.where for item in waiting if item.where), None)
        raise BusyWaitError(turns, waiting, where)

    def _give_up_on_time(self, when: float) -> None:
        seconds = min(when, self._end_of_time) - self._began
        self._end_of_time += self._limit  # once more: the program may still clean up
        self._instants_left = self._max_instants
        raise EndlessError(
            f"The program is still running after {seconds:,.0f} virtual seconds.",
            *self._stand_still(for_good=False),
        )


Crew.loop_type = VirtualLoop
