"""Real helpers of a virtual program: child processes, and the threads that serve them."""

from __future__ import annotations

import concurrent.futures
import os
import subprocess
import sys
import threading
from concurrent.futures.process import ProcessPoolExecutor
from contextlib import suppress
from functools import partial
from multiprocessing.process import BaseProcess
from typing import Any

from grader.lab.crew.threads import MEMBERS, Member, get_ident, real_start
from grader.lab.real.reality import Reality, Work

_WAITS_FOR_PROCESS = "asyncio.unix_events"  # ThreadedChildWatcher, up to 3.11
_SERVES_POOL = "concurrent.futures.process"
_SERVES_PROCESSES = ("multiprocessing.queues", "multiprocessing.pool", "multiprocessing.managers")


def is_real(thread: threading.Thread) -> bool:
    """Return True for a thread of the standard library that serves processes in real time."""
    return _origin(thread) in (_WAITS_FOR_PROCESS, _SERVES_POOL, *_SERVES_PROCESSES)


def _origin(thread: threading.Thread) -> str:
    if type(thread) is not threading.Thread:
        return type(thread).__module__
    return getattr(getattr(thread, "_target", None), "__module__", None) or ""


def start_real(starter: Member, thread: threading.Thread) -> None:
    """Start such a thread outside the crew, and let the clock walk while it is at work."""
    reality, origin = starter.crew.reality, _origin(thread)
    if origin == _WAITS_FOR_PROCESS:
        _end_with(thread, reality)
    starter.is_starting_thread = True
    try:
        real_start(thread)
    finally:
        starter.is_starting_thread = False
    if origin in _SERVES_PROCESSES:  # a pool's is known by its jobs: see `submit`
        reality.begin(Work(is_certain=False, is_running=thread.is_alive))


def _end_with(thread: threading.Thread, reality: Reality) -> None:
    work, run = reality.begin(Work()), thread.run

    def run_and_end() -> None:
        try:
            run()
        finally:
            reality.end(work)

    thread.run = run_and_end  # type: ignore[method-assign]


_real_submit = ProcessPoolExecutor.submit


def _submit(pool: ProcessPoolExecutor, /, *args: Any, **options: Any) -> Any:
    """Stand in for `ProcessPoolExecutor.submit`: time stands still for the job."""
    future = _real_submit(pool, *args, **options)
    member = MEMBERS.get(get_ident())
    if member is not None:
        _hold_clock(future, member.crew.reality)
    return future


def _hold_clock(future: concurrent.futures.Future[Any], reality: Reality) -> None:
    own: Any = future
    work, tell = Work(holds_clock=True), own._invoke_callbacks

    def tell_and_end() -> None:
        # After all callbacks: one of them calls the loop, which must not lose the job before.
        try:
            tell()
        finally:
            reality.end(work)

    with own._condition:
        if not future.done():
            reality.begin(work)
            own._invoke_callbacks = tell_and_end


# Child processes, which the program may ask again and again whether they have ended

_real_init = subprocess.Popen.__init__
_real_fork = os.fork
_real_process_start = BaseProcess.start


def _open(process: subprocess.Popen[Any], *args: Any, **options: Any) -> None:
    """Stand in for `Popen.__init__`: the clock walks while the process is running."""
    _real_init(process, *args, **options)
    member = MEMBERS.get(get_ident())
    if member is not None:
        member.crew.reality.begin(Work(is_running=partial(_runs, process)))


def _runs(process: Any) -> bool:
    return process.returncode is None and _is_alive(process.pid)


def _is_alive(pid: int) -> bool:
    with suppress(ChildProcessError, ProcessLookupError):
        if not hasattr(os, "waitid"):
            os.kill(pid, 0)
            return True
        # A look only: whoever waits for the process still finds it.
        return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
    return False


def _start_process(process: BaseProcess) -> None:
    """Stand in for `Process.start`: the same for those of multiprocessing, but a pool's workers."""
    target = getattr(getattr(process, "_target", None), "__module__", None) or ""
    _real_process_start(process)
    member = MEMBERS.get(get_ident())
    if member is not None and not target.startswith(("multiprocessing.", "concurrent.")):
        popen: Any = process._popen  # type: ignore[attr-defined]
        member.crew.reality.begin(Work(is_running=partial(_runs, popen)))


def _fork() -> int:
    """Stand in for `os.fork`: the same for a child that nobody but the program knows."""
    pid = _real_fork()
    member = MEMBERS.get(get_ident())
    is_known = sys._getframe(1).f_globals.get("__name__") == "multiprocessing.popen_fork"
    if pid and member is not None and not is_known:
        member.crew.reality.begin(Work(is_running=partial(_is_alive, pid)))
    return pid


HELPERS: tuple[tuple[Any, str, Any], ...] = (
    (ProcessPoolExecutor, "submit", _submit),
    (subprocess.Popen, "__init__", _open),
    (BaseProcess, "start", _start_process),
    (os, "fork", _fork),
)

# A forked child is another program: real time.
os.register_at_fork(after_in_child=MEMBERS.clear)
