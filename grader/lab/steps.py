"""What is ready to run: steps of tasks and plain callbacks, and which of them goes next."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any

from grader.lab.schedule import Schedule


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
