"""What a run leaves behind: un-awaited coroutines, tasks, threads, generators, lost errors."""

from __future__ import annotations

import asyncio
import gc
import inspect
import sys
import types
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from grader.lab.loop import VirtualLoop
from grader.lab.waiting.graph import graph_of
from grader.lab.where import is_library
from grader.run import Leftover, LostError, TaskSpan, Unawaited, Wait, Where
from grader.worker.processes import children
from grader.worker.recorder import Recorder
from grader.worker.stalls import placed
from grader.worker.submission import PREFIX, place

ORIGIN_DEPTH = 12  # frames kept of where a coroutine object was made
MAX_ENTRIES = 50  # of each kind of leftover
MAX_TASKS = 200
MAX_WAITS = 2_000


class Ledger:
    """Watches one run for what nobody looks after."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._loop: VirtualLoop = recorder.loop
        self._children_before = set(children())
        self._unawaited: dict[tuple[str, Where | None], Unawaited] = {}
        self._lost: list[LostError] = []

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Collect un-awaited coroutines and errors that reach only the loop, during the block."""
        depth = sys.get_coroutine_origin_tracking_depth()
        before = warnings._warn_unawaited_coroutine  # type: ignore[attr-defined]  # CPython calls it by this name
        sys.set_coroutine_origin_tracking_depth(ORIGIN_DEPTH)
        warnings._warn_unawaited_coroutine = self._note_unawaited  # type: ignore[attr-defined]  # as above
        self._loop.set_exception_handler(self._note_lost)
        try:
            yield
        finally:
            sys.set_coroutine_origin_tracking_depth(depth)
            warnings._warn_unawaited_coroutine = before  # type: ignore[attr-defined]  # as above
            self._loop.set_exception_handler(lambda loop, context: None)

    # Coroutines nobody ran

    def _note_unawaited(self, coroutine: Any) -> None:
        where = None
        for filename, line, _ in coroutine.cr_origin or ():
            if filename.startswith(PREFIX):
                where = place(Where(filename, line))
                break
            if where is None and not is_library(filename):
                where = place(Where(filename, line))
        if len(self._unawaited) < MAX_ENTRIES:
            name = coroutine.__qualname__.rpartition(".")[2]
            self._unawaited[name, where] = Unawaited(name, where)

    def unawaited(self) -> tuple[Unawaited, ...]:
        """Return the coroutines that were dropped, and those still around that nobody has begun."""
        for inner in self._recorder.spoken_for.values():
            inner.close()
        gc.collect()
        running = {id(task.get_coro()) for task in asyncio.all_tasks(self._loop)}
        for item in gc.get_objects():
            if (
                type(item) is types.CoroutineType
                and id(item) not in running
                and inspect.getcoroutinestate(item) == inspect.CORO_CREATED
                and item.cr_origin
            ):
                self._note_unawaited(item)
        gc.freeze()  # the next run's look is at what is new, not at all that was ever made
        return tuple(self._unawaited.values())

    # Errors nobody saw

    def _note_lost(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        is_raised = str(context.get("message", "")).startswith("Exception in callback")
        if isinstance(error, asyncio.CancelledError) and not is_raised:
            return  # of a gather that was cancelled: asyncio keeps it like an error, but it is none
        # Without an error or a complaint of asyncio's, somebody only wanted to say something.
        if error is None and not str(context.get("message", "")).startswith("Task was destroyed"):
            return
        if len(self._lost) < MAX_ENTRIES:
            described = self._recorder.error(error) if isinstance(error, BaseException) else None
            self._lost.append(LostError(str(context.get("message", ""))[:500], described))

    def lost_errors(self) -> tuple[LostError, ...]:
        """Return the errors that reached only the loop's exception handler."""
        return tuple(self._lost)

    # Tasks, threads and generators

    def drops_generators(self) -> bool:
        """Have those async generators closed now that are held by nothing but a circle.

        An object that keeps its own generator is one; when Python finds it would be left to luck.
        Return False when there are none to close.
        """
        open_before = len(self._open_generators())
        if open_before:
            gc.collect()
        return len(self._open_generators()) < open_before

    def _open_generators(self) -> list[Any]:
        return list(self._loop._asyncgens)  # type: ignore[attr-defined]  # the loop's own list

    def leftovers(self) -> tuple[Leftover, ...]:
        """Return what the submission started and left, as far as this loop knows."""
        processes = [Leftover("process", str(pid)) for pid in self._new_children()]
        found = [*self._tasks_left(), *self._threads_left(), *self._generators_left(), *processes]
        return tuple(found[:MAX_ENTRIES])

    def _new_children(self) -> list[int]:
        return [pid for pid in children() if pid not in self._children_before]

    def _tasks_left(self) -> Iterator[Leftover]:
        assert self._loop.trace is not None
        current = asyncio.current_task()
        # asyncio's own list is open to whoever wants to leave it.
        tasks = [task for task in self._loop.trace.unfinished() if task is not current]
        if not tasks:
            return
        waits = graph_of(tasks, self._loop.trace, crew=self._loop.crew, for_good=False).waits
        lives = [(self._loop.trace.life_of(task), task) for task in tasks]
        known = [
            (life, task) for life, task in lives if life is not None and is_learners(life.where)
        ]
        for life, task in sorted(known, key=lambda pair: pair[0].number):
            name = getattr(task.get_coro(), "__name__", life.name)
            wait = placed(waits[task], self._recorder.since)
            yield Leftover("task", name, place(life.where), wait.where, wait)

    def _threads_left(self) -> Iterator[Leftover]:
        for member in self._loop.crew.still_busy():
            if is_learners(member.where):
                yield Leftover("thread", "", place(member.where))

    def _generators_left(self) -> Iterator[Leftover]:
        for item in self._open_generators():
            frame = item.ag_frame
            if frame is not None and frame.f_code.co_filename.startswith(PREFIX):
                where = place(Where(frame.f_code.co_filename, frame.f_lineno))
                yield Leftover("async generator", item.__name__, where, where)

    def tasks(self) -> tuple[TaskSpan, ...]:
        """Return the life of every task of the program."""
        assert self._loop.trace is not None
        since = self._recorder.since
        return tuple(
            TaskSpan(
                life.name,
                life.parent,
                since(life.created),
                None if life.ended is None else since(life.ended),
                place(life.where),
                life.coroutine,
            )
            for life in self._loop.trace.tasks[:MAX_TASKS]
        )

    def waits(self) -> tuple[Wait, ...]:
        """Return when and where each of these tasks waited; nothing where nobody noted it."""
        assert self._loop.trace is not None
        since = self._recorder.since
        spans = [span for span in self._loop.trace.spans if span.number <= MAX_TASKS]
        return tuple(
            Wait(span.number - 1, since(span.start), since(span.end), place(span.where))
            for span in spans[:MAX_WAITS]
        )


def is_learners(where: Where | None) -> bool:
    """Return True for what the submission started.

    What nobody's line started counts as its, too.
    """
    return where is None or where.path.startswith(PREFIX)
