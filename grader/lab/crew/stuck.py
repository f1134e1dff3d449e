"""The error for threads that are in a real call and do not come back."""

from __future__ import annotations

import linecache
import sys
import threading

from grader.lab.stall import DeadlockError
from grader.lab.where import is_library
from grader.run import Waiting, Where


class StuckThreadError(DeadlockError):
    """Raised when all that could still happen is a thread's return from a call in real time.

    How long that may take is the `patience` of `grader.lab.run` and `VirtualLoop`.
    """

    def __init__(self, patience: float, waiting: tuple[Waiting, ...]) -> None:
        super().__init__(
            "Deadlock: nothing can happen any more but the return of a thread from a call that has"
            f" taken {patience:g} real seconds (`patience`).",
            waiting,
            where=waiting[0].where,
        )


def stuck_at(thread: threading.Thread) -> Waiting:
    """Say in which line of the program a thread stands, and in which call."""
    frame = sys._current_frames().get(thread.ident or 0)
    name = ""
    while frame is not None and is_library(frame.f_code.co_filename):
        name = frame.f_code.co_qualname
        frame = frame.f_back
    if frame is None:
        return Waiting(f"thread {thread.name!r}", name or "a call")
    where = Where(frame.f_code.co_filename, frame.f_lineno)
    text = linecache.getline(where.path, where.line).strip()
    return Waiting(f"thread {thread.name!r}", text or name or "a call", where)
