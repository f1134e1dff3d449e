"""Those who wait: a suspended task or a standing thread, with its stack."""

from __future__ import annotations

import asyncio
import concurrent.futures
import sys
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from types import FrameType
from typing import Any

from grader.lab.waiting.awaits import Await, awaited
from grader.lab.where import is_library, suspended_frames
from grader.run import Where

_HANDLE_RUN = asyncio.Handle._run.__code__  # below it on a stack there is only the loop


@dataclass(eq=False)
class Node:
    """A task or thread that waits. `frames` is its stack, outermost first."""

    of: Any  # the task or thread
    name: str
    number: int
    frames: list[FrameType]
    future: Any = None  # of a task: what its innermost coroutine awaits
    is_current: bool = False  # the task that runs, and blocks

    def where(self, mine: str = "") -> Where | None:
        """Return its innermost line in files whose names begin with `mine`, else in any program."""
        for frame in self.program(mine)[-1:]:
            return Where(frame.f_code.co_filename, frame.f_lineno)
        return None

    def program(self, mine: str = "") -> list[FrameType]:
        """Return its frames in such files, or else in any program, outermost first."""
        lines = [f for f in self.frames if not is_library(f.f_code.co_filename)]
        return [f for f in lines if mine and f.f_code.co_filename.startswith(mine)] or lines

    def awaited(self) -> Await:
        """Return what it waits for."""
        tail = len(self.frames)
        while tail and is_library(self.frames[tail - 1].f_code.co_filename):
            tail -= 1
        if self.future is None and isinstance(self.of, asyncio.Task) and not self.is_current:
            return Await("its turn")
        return awaited(self.frames[tail:], self.future)

    def brings(self) -> list[Any]:
        """Return what ends when this one does: itself, and the future of a pool's job."""
        jobs = [frame for frame in self.frames if frame.f_code.co_qualname == "_WorkItem.run"]
        is_thread = isinstance(self.of, threading.Thread)
        return [self.of, *(frame.f_locals["self"].future for frame in jobs if is_thread)]


def node_of_task(task: asyncio.Task[Any], name: str, number: int) -> Node:
    """Return the node of a task: suspended, or the one that runs on this thread and blocks it."""
    if task is _current():
        return Node(task, name, number, _stack(sys._getframe(1)), is_current=True)
    frames = list(suspended_frames(task.get_coro()))
    return Node(task, name, number, frames, getattr(task, "_fut_waiter", None))


def nodes_of_threads(threads: Iterable[threading.Thread]) -> list[Node]:
    """Return the nodes of threads that stand in the middle of something, which idle ones do not.

    Threads that a program named keep their names; others are numbered here, because Python's own
    numbers run through the whole process.
    """
    stacks = sys._current_frames()
    found: list[Node] = []
    for thread in threads:
        frames = _stack(stacks.get(thread.ident or 0))
        if frames and not _is_idle(frames):
            own = thread.name.startswith(("Thread-", "ThreadPoolExecutor-", "asyncio_"))
            name = f"thread {len(found) + 1}" if own else thread.name
            found.append(Node(thread, name, 0, frames))
    return found


def is_over(end: Any) -> bool:
    """Return True for a task, future or thread that has ended."""
    return not end.is_alive() if isinstance(end, threading.Thread) else bool(end.done())


def name_of(end: Any) -> str:
    """Return what to call an end that no node brings."""
    if isinstance(end, threading.Thread):
        return "a thread"
    if isinstance(end, concurrent.futures.Future):
        return "a job in a thread" if end.running() else "a job that has not begun"
    return "a task" if isinstance(end, asyncio.Task) else "a Future"


def _current() -> asyncio.Task[Any] | None:
    return asyncio.current_task() if asyncio._get_running_loop() else None


def _stack(frame: FrameType | None) -> list[FrameType]:
    frames = []
    while frame is not None and frame.f_code is not _HANDLE_RUN:
        frames.append(frame)
        frame = frame.f_back
    return frames[::-1]


def _is_idle(frames: list[FrameType]) -> bool:
    names = [frame.f_code.co_qualname for frame in frames]
    return "_worker" in names and "_WorkItem.run" not in names
