"""What a submission may use of time, memory and files; and what stops it when it never yields."""

from __future__ import annotations

import resource
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from grader.run import Trouble, Where
from grader.worker.submission import learners_line

# Processor seconds, so that a loaded machine changes nothing.
# An honest run needs hundredths of one.
CPU_SECONDS = 1.0  # of one scenario, then the line that runs is named
CPU_SECONDS_SOFT = 3  # the same, where no signal handler gets to run; then the kernel ends it
CPU_SECONDS_HARD = 60  # of all scenarios together
# Real seconds of one scenario: only something outside virtual time can wait that long.
WALL_SECONDS = 10.0
WALL_SECONDS_HARD = 15.0
# Processor seconds in such a time. Who gets so many is computing, on a machine that has much to do;
# who waits for something real gets next to none.
BUSY_SECONDS = 0.2
MEMORY_BYTES = 512 * 1024 * 1024  # on top of what the worker itself has mapped
FILE_BYTES = 16 * 1024 * 1024
OPEN_FILES = 256


def apply(stop: Callable[[Trouble], object]) -> None:
    """Put the current process under limits for good.

    `stop` is called with why, and does not return.
    """
    _lower(resource.RLIMIT_CPU, CPU_SECONDS_HARD, CPU_SECONDS_HARD + 1)
    _lower(resource.RLIMIT_AS, _mapped_bytes() + MEMORY_BYTES)
    _lower(resource.RLIMIT_FSIZE, FILE_BYTES)
    _lower(resource.RLIMIT_NOFILE, OPEN_FILES)
    _lower(resource.RLIMIT_CORE, 0)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write beyond the limit fails with an OSError

    def on_cpu(signum: int, frame: FrameType | None) -> None:
        where = learners_line(frame)
        message = (
            f"Your code computed for {CPU_SECONDS:g} s{_at(where)}"
            " and never let another coroutine run."
        )
        stop(Trouble("never yields", message, where))

    def on_wall(signum: int, frame: FrameType | None) -> None:
        if _spent.since() >= BUSY_SECONDS:
            return  # the timer comes again; for computing there is another limit
        where = learners_line(frame)
        message = (
            f"Your code waits{_at(where)} for something real that does not come;"
            " only virtual time passes here."
        )
        stop(Trouble("stuck", message, where))

    signal.signal(signal.SIGPROF, on_cpu)
    signal.signal(signal.SIGALRM, on_wall)


class _Spent:
    """The processor time of this process."""

    def __init__(self) -> None:
        self._before = 0.0

    def since(self) -> float:
        """Return the seconds spent since the last call."""
        before, self._before = self._before, time.process_time()
        return self._before - before


_spent = _Spent()


def rewind() -> None:
    """Give the next scenario its full time."""
    spent = int(time.process_time())
    _lower(resource.RLIMIT_CPU, spent + CPU_SECONDS_SOFT, CPU_SECONDS_HARD + 1)
    signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
    signal.setitimer(signal.ITIMER_REAL, WALL_SECONDS, WALL_SECONDS)
    _spent.since()


def _at(where: Where | None) -> str:
    return f" at {where}" if where else ""


def _lower(kind: int, soft: int, hard: int | None = None) -> None:
    _, allowed = resource.getrlimit(kind)
    hard = soft if hard is None else hard
    if allowed != resource.RLIM_INFINITY:
        hard = min(hard, allowed)
    # A system without this limit still has the parent's clock.
    with suppress(ValueError, OSError):
        resource.setrlimit(kind, (min(soft, hard), hard))


def _mapped_bytes() -> int:
    try:
        with open("/proc/self/statm") as statm:
            return int(statm.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 1 << 34  # where the address space cannot be read, only a runaway is stopped
