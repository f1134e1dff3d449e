"""The forked child that performs a job: it writes one line of JSON per run and ends."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import NoReturn

from grader.run import Job, Run, Trouble, to_json
from grader.worker import limits, processes
from grader.worker.fence import Fence
from grader.worker.stage import Stage
from grader.worker.submission import NotLoaded


@dataclass(frozen=True)
class Line:
    """What a child says: a run, or why there is none, or that it is done. `token` proves that it is the child."""

    token: str
    run: Run | None = None
    trouble: Trouble | None = None
    output: str = ""
    done: bool = False


class Child:
    """Performs a job in the current process, which ends with it."""

    def __init__(self, job: Job, skip: int, pipe: int, token: str, fence: Fence) -> None:
        self._pipe = pipe
        self._token = token
        self._skip = skip
        self._stage = Stage(job, self._stop, fence)

    def perform(self) -> NoReturn:
        """Perform the job from run number `skip` on, write it down, and end the process."""
        try:
            self._confine()
            self._perform()
        except BaseException as error:
            # The stage reports what a submission does; only one that saws at the stage gets here.
            self._stop(_sawn(self._stage.fence, error))
        finally:
            os._exit(0)  # no clean-up of the parent's doing, no atexit of the learner's

    def _confine(self) -> None:
        os.setsid()
        processes.die_with_parent()
        null = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(null, descriptor)
        sys.stdin = open(os.devnull)  # noqa: SIM115  # as long as the process
        signal.signal(signal.SIGINT, signal.default_int_handler)
        limits.apply(self._stop)
        limits.rewind()
        self._stage.fence.close_doors()

    def _perform(self) -> None:
        try:
            for run in self._stage.runs(self._skip):
                self._write(Line(self._token, run=run))
                limits.rewind()
        except NotLoaded as error:
            self._write(Line(self._token, trouble=error.trouble, output=self._stage.output.take()))
        self._write(Line(self._token, done=True))

    def _stop(self, trouble: Trouble) -> NoReturn:
        # Called from a signal handler or from print(), in the middle of the submission.
        try:
            self._write(Line(self._token, trouble=trouble, output=self._stage.output.take()))
        finally:
            os._exit(0)

    def _write(self, line: Line) -> None:
        data = to_json(line) + b"\n"
        while data:
            data = data[os.write(self._pipe, data) :]


def _sawn(fence: Fence, error: BaseException) -> Trouble:
    replaced = fence.replaced()
    if replaced:
        return Trouble(
            "fenced",
            f"Your code replaces {', '.join(replaced[:3])}, which everything else stands on.",
        )
    return Trouble(
        "lost", f"Your code broke the process it ran in ({type(error).__name__}: {error})."
    )


def prepare() -> Fence:
    """Load what every child needs, once: forked children share it and start in milliseconds.

    To be called with the world installed, which is part of what is remembered.
    """
    import aiohttp  # noqa: F401  # learners import it

    with suppress(ImportError):  # TEMPORARY until grader.lab.http lands
        import_module("grader.lab.http")

    fence = Fence()
    fence.watch_loops()
    fence.remember()
    gc.collect()
    gc.freeze()  # the children's collections look only at what is their own
    return fence
