"""What is ready to run: steps of tasks and plain callbacks, and which of them goes next."""

from __future__ import annotations

import asyncio
from asyncio import base_events
from collections import deque
from typing import Any, TypeVar

from grader.lab.schedule import Schedule

AnyHandle = TypeVar("AnyHandle", bound=asyncio.Handle)


def task_of(handle: asyncio.Handle) -> asyncio.Task[Any] | None:
    """Return the task whose step a handle is; None for any other callback."""
    task = getattr(handle._callback, "__self__", None)
    return task if isinstance(task, asyncio.Task) else None


def is_just_yielding(handle: asyncio.Handle) -> bool:
    """Return True for the step of a task that has begun and gave up its turn with `sleep(0)`."""
    task = task_of(handle)
    if task is None or task._fut_waiter is not None:
        return False
    return getattr(task.get_coro(), "cr_await", None) is not None


def next_handle(ready: deque[asyncio.Handle], schedule: Schedule) -> asyncio.Handle:
    """Take out what runs next: the first in line, unless the schedule explores."""
    chosen = schedule.ready(len(ready))
    if chosen and task_of(ready[chosen]) is None:
        # Only tasks change places: a library may count on the order of its own callbacks.
        chosen = next(n for n, handle in enumerate(ready) if task_of(handle) is None)
    handle = ready[chosen]
    del ready[chosen]
    return handle


def without_last_line(handle: AnyHandle) -> AnyHandle:
    """Forget the last line of where a handle was made, which debug mode tells: it is ours."""
    if handle._source_traceback:
        del handle._source_traceback[-1]
    return handle


def warn_of_slow(handle: asyncio.Handle, seconds: float) -> None:
    """Say what debug mode says of a step that kept the loop, in asyncio's own words."""
    what = base_events._format_handle(handle)
    base_events.logger.warning("Executing %s took %.3f seconds", what, seconds)
