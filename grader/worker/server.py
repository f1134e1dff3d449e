"""The warm worker: reads jobs, forks a child for each, and answers with a record."""

from __future__ import annotations

import os
import secrets
import select
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

import msgspec

from grader.lab.world import world
from grader.run import Job, Record, Run, Trouble, from_json, to_json
from grader.worker import limits, processes
from grader.worker.child import Child, Line, prepare
from grader.worker.fence import Fence

MAX_STOPPED = 2  # children that had to be stopped before the rest of a job is given up
_POLL_SECONDS = 0.05  # how often a silent child is looked after
_MAX_LINE_BYTES = 32 * 1024 * 1024

_STOPPED_BY_SIGNAL = {
    signal.SIGSEGV: ("signal", "Your code crashed the Python interpreter (segmentation fault)."),
    signal.SIGKILL: ("signal", "Your code was killed: it used more than a kata may."),
    signal.SIGXCPU: (
        "never yields",
        "Your code computed without end and never let another coroutine run.",
    ),
    signal.SIGABRT: ("signal", "Your code aborted the Python interpreter."),
}


@dataclass
class _Attempt:
    """What one child said before it ended."""

    runs: list[Run] = field(default_factory=list)
    trouble: Trouble | None = None
    output: str = ""
    done: bool = False


class Worker:
    """Performs jobs, each in a child of its own. `spawn` starts one and returns its pid."""

    def __init__(self, spawn: Callable[[Job, int, int, str], int]) -> None:
        self._spawn = spawn

    def perform(self, job: Job) -> Record:
        """Return what was recorded. A child that dies costs the run it was at; the others get a new child."""
        wanted = [(name, seed) for name in job.only for seed in job.seeds]
        runs: list[Run] = []
        stopped = 0
        while len(runs) < len(wanted):
            attempt = self._attempt(job, len(runs))
            runs += attempt.runs
            if attempt.trouble is not None and attempt.done:  # it could not even be loaded
                return Record(job.kata, (), attempt.trouble, attempt.output)
            if len(runs) >= len(wanted):
                break
            stopped += 1
            trouble = attempt.trouble or Trouble(
                "lost", "Your code ended the process in the middle."
            )
            runs.append(_broken(wanted[len(runs)], trouble, attempt.output))
            if stopped == MAX_STOPPED or trouble.kind == "stuck":
                rest = Trouble("lost", f"Not tried any more. {trouble.message}", trouble.where)
                runs += [_broken(item, rest, "") for item in wanted[len(runs) :]]
        return Record(job.kata, tuple(runs))

    def _attempt(self, job: Job, skip: int) -> _Attempt:
        token = secrets.token_hex(8)
        read, write = os.pipe()
        try:
            pid = self._spawn(job, skip, write, token)
        finally:
            os.close(write)
        attempt = _Attempt()
        try:
            timed_out = _listen(read, pid, token, attempt)
        finally:
            os.close(read)
            status = processes.end(pid)
        if not attempt.done and attempt.trouble is None:
            attempt.trouble = _death(status, timed_out)
        return attempt


def _broken(wanted: tuple[str, int], trouble: Trouble, output: str) -> Run:
    return Run(wanted[0], wanted[1], trouble=trouble, output=output)


def _listen(pipe: int, pid: int, token: str, attempt: _Attempt) -> bool:
    """Read a child's lines until it is done, silent for too long (True) or dead."""
    buffer = b""
    deadline = time.monotonic() + limits.WALL_SECONDS_HARD
    while not attempt.done:
        if select.select([pipe], [], [], _POLL_SECONDS)[0]:
            data = os.read(pipe, 1 << 20)
            if not data or len(buffer) > _MAX_LINE_BYTES:
                return False
            *lines, buffer = (buffer + data).split(b"\n")
            for line in lines:
                if not _take(line, token, attempt):
                    return False
            deadline = time.monotonic() + limits.WALL_SECONDS_HARD
        elif time.monotonic() > deadline:
            return True
        elif os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return False  # dead, though a descendant still holds the pipe
    return False


def _take(line: bytes, token: str, attempt: _Attempt) -> bool:
    """Take in one line; False when it is not the child's own."""
    try:
        said: Line = from_json(line, Line)
    except msgspec.MsgspecError:
        return False
    if said.token != token:
        return False
    if said.run is not None:
        attempt.runs.append(said.run)
    if said.trouble is not None:
        attempt.trouble, attempt.output = said.trouble, said.output
    attempt.done = said.done
    return True


def _death(status: int, timed_out: bool) -> Trouble:
    if timed_out:
        return Trouble(
            "stuck",
            "Your code waits for something real that does not come; only virtual time passes here.",
        )
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        known = {int(sig): said for sig, said in _STOPPED_BY_SIGNAL.items()}
        kind, message = known.get(number, ("signal", f"Your code was ended by signal {number}."))
        return Trouble(kind, message)  # type: ignore[arg-type]  # kinds of the table above
    code = os.waitstatus_to_exitcode(status)
    return Trouble(
        "exit", f"Your code ended the process in the middle (exit code {code}), as os._exit does."
    )


def forking(fence: Fence, close: tuple[int, ...]) -> Callable[[Job, int, int, str], int]:
    """Return a way to start children by forking this warm process; `close` are descriptors not for them."""

    def spawn(job: Job, skip: int, pipe: int, token: str) -> int:
        pid = os.fork()
        if pid == 0:
            for descriptor in close:
                os.close(descriptor)
            Child(job, skip, pipe, token, fence).perform()
        return pid

    return spawn


def serve(jobs: BinaryIO, records: BinaryIO) -> None:
    """Answer each line (a `Job`) with a line (a `Record`) until the input ends."""
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # Ctrl-C is the command's business; we see our input end
    processes.adopt_orphans()
    with world():
        fence = prepare()
        worker = Worker(forking(fence, (jobs.fileno(), records.fileno())))
        for line in jobs:
            record = worker.perform(from_json(line, Job))
            records.write(to_json(record) + b"\n")
            records.flush()
