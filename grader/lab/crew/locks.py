"""Stand-ins for parts of `threading` in a virtual world: locks, and starting and joining threads.

Waiting takes virtual time, with virtual timeouts.
"""

from __future__ import annotations

import _thread
import sys
import threading
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any

from grader.lab.crew.gates import Gate
from grader.lab.crew.threads import MEMBERS, Member, get_ident, real_join, real_start
from grader.lab.real.helpers import is_real, start_real
from grader.lab.real.reality import new_lock
from grader.lab.waiting.holds import ThreadHold
from grader.lab.where import is_library

real_start_low_level = _thread.start_new_thread


class Lock(Gate):
    """Stands in for `threading.Lock` while a world is installed.

    Threads outside any crew use the real lock inside and notice nothing.
    """

    __slots__ = ()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take the lock; `timeout` is in virtual seconds for threads of a crew."""
        if timeout != -1 and (not blocking or not 0 <= timeout <= threading.TIMEOUT_MAX):
            return self.real.acquire(blocking, timeout)  # which says what is wrong
        member = MEMBERS.get(get_ident())
        if self.real.acquire(False):
            taken = True
        elif not blocking:
            return False
        elif member is None or member.is_starting_thread:
            return self.real.acquire(True, timeout)
        else:
            taken = member.crew.wait(member, self, timeout)
        if taken and member is not None:
            self.holder = ThreadHold(sys._getframe(1), member.thread, member.crew.clock.now)
        return taken

    def locked(self) -> bool:
        """Return True while somebody holds the lock."""
        return self.real.locked()

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()

    def _at_fork_reinit(self) -> None:
        # The standard library calls this on its locks in a forked child.
        self.real = new_lock()
        self.holder = None
        self.waiters.clear()


def start_thread(thread: threading.Thread) -> None:
    """Stand in for `Thread.start`: threads of a crew start members, all others start as ever."""
    starter = MEMBERS.get(get_ident())
    if starter is None:
        real_start(thread)
    elif is_real(thread):
        start_real(starter, thread)
    else:
        # A library may hold a lock made before the world: the new thread would wait for it for
        # real, and keep the turn. A pool does, while it starts a thread.
        at_once = not is_library(sys._getframe(1).f_code.co_filename)
        starter.crew.start(starter, thread, at_once)


def join_thread(thread: threading.Thread, timeout: float | None = None) -> None:
    """Stand in for `Thread.join`: waits in virtual time where both threads live in one."""
    member: Member | None = getattr(thread, "lab_member", None)
    if member is not None and get_ident() in MEMBERS and not member.is_finished:
        waiter = MEMBERS[get_ident()]
        if not waiter.crew.wait(waiter, member.done, -1 if timeout is None else timeout):
            return
        member.done.release()  # the next one who joins finds it open too
        timeout = None  # it ended; what is left is the real thread's last breath
    if member is None and get_ident() in MEMBERS and thread.is_alive() and not is_real(thread):
        waiter = MEMBERS[get_ident()]
        with waiter.crew.outside(waiter):
            real_join(thread, timeout)
        return
    real_join(thread, timeout)


def start_low_level(
    function: Callable[..., object], args: tuple[Any, ...], kwargs: Mapping[str, Any] | None = None
) -> int:
    """Stand in for `_thread.start_new_thread`: the thread joins the crew, like any other."""
    if get_ident() not in MEMBERS:
        return real_start_low_level(function, args, dict(kwargs or {}))
    thread = threading.Thread(target=function, args=args, kwargs=kwargs, daemon=True)
    start_thread(thread)
    assert thread.ident is not None
    return thread.ident
