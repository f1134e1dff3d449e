"""Who holds which of asyncio's locks and semaphores: noted when taken, forgotten when given back.

asyncio itself does not know. `world.py` puts the functions below in the place of `Lock.acquire`,
`Lock.release` and those of `Semaphore`; notes stand in the lock itself and keep no task alive.
"""

from __future__ import annotations

import asyncio
import functools
import sys
import threading
from collections.abc import Callable
from math import inf
from types import FrameType
from typing import Any
from weakref import ReferenceType, ref

from grader.lab.where import is_library, line_in
from grader.run import Where

_NOTES = "_lab_holders"  # the attribute of a lock
_HANDLE_RUN = asyncio.Handle._run.__code__  # below it on a stack there is only the loop


# Taken by name: each of them is called whenever somebody takes a lock.
_current_task = asyncio.current_task
_running_loop = asyncio._get_running_loop
_frame = sys._getframe


class Hold:
    """One acquisition that was not given back yet."""

    __slots__ = ("_code", "_step", "at", "task", "task_name")

    def __init__(self, caller: FrameType) -> None:
        self.at = -inf  # the clock's own seconds
        self.task: ReferenceType[asyncio.Task[Any]] | None = None
        self.task_name = ""  # as asyncio calls it
        loop = _running_loop()
        if loop is not None:
            self.at = loop.time()
            task = _current_task(loop)
            if task is not None:
                self.task = ref(task)
                self.task_name = task.get_name()
        code = caller.f_code
        while is_library(code.co_filename) and code is not _HANDLE_RUN and caller.f_back:
            caller = caller.f_back
            code = caller.f_code
        self._code, self._step = code, caller.f_lasti

    @property
    def where(self) -> Where | None:
        """The line that took it; None where a task consists of nothing but the acquisition."""
        return None if is_library(self._code.co_filename) else line_in(self._code, self._step)


class ThreadHold(Hold):
    """Somebody holds a lock of `threading`: a task, on the loop's thread, or another thread."""

    __slots__ = ("thread",)

    def __init__(self, caller: FrameType, thread: threading.Thread | None, now: float) -> None:
        super().__init__(caller)
        self.at = now
        self.thread = None if thread is None else ref(thread)


class Holders:
    """Who holds one lock or semaphore, in the order of taking."""

    __slots__ = ("holds", "is_sure", "permits")

    def __init__(self, permits: int) -> None:
        self.permits = permits  # how many there were when the first one was asked for
        self.holds: list[Hold] = []
        self.is_sure = True  # False: somebody gave back one of several that others had taken

    def forget(self) -> None:
        """Forget what the running task took last; where it took nothing, the oldest one."""
        holds = self.holds
        if len(holds) <= 1:
            holds.clear()
            self.is_sure = True
            return
        task = _current_task() if _running_loop() else None
        for number in range(len(holds) - 1, -1, -1):
            taker = holds[number].task
            if taker is not None and taker() is task:
                del holds[number]
                return
        self.is_sure = False
        del holds[0]


def holders_of(lock: asyncio.Lock | asyncio.Semaphore) -> Holders | None:
    """Return who holds a lock; None for one that nobody has asked for in a world."""
    found: Holders | None = vars(lock).get(_NOTES)
    return found


def _noted(lock: Any) -> Holders:
    permits = 1 if isinstance(lock, asyncio.Lock) else lock._value
    noted = lock.__dict__[_NOTES] = Holders(permits)
    return noted


def _acquire(real: Callable[[Any], Any]) -> Callable[[Any], Any]:
    @functools.wraps(real)
    async def acquire(self: Any) -> Any:
        holders = self.__dict__.get(_NOTES) or _noted(self)
        got = await real(self)
        holders.holds.append(Hold(_frame(1)))
        return got

    return acquire


def _release(real: Callable[[Any], None]) -> Callable[[Any], None]:
    @functools.wraps(real)
    def release(self: Any) -> None:
        holders = self.__dict__.get(_NOTES) or _noted(self)
        real(self)
        holders.forget()

    return release


# What a world puts in the place of asyncio's own: where, the name, and what stands there.
NOTING: tuple[tuple[Any, str, Any], ...] = tuple(
    (kind, name, wrapped(getattr(kind, name)))
    for kind in (asyncio.Lock, asyncio.Semaphore)
    for name, wrapped in (("acquire", _acquire), ("release", _release))
)
