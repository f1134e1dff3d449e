"""The warm worker: reads jobs, forks a child for each, and answers with a record."""

from __future__ import annotations

import os
import select
import signal
import time
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import BinaryIO

import msgspec

from grader.job import Clear, Job
from grader.json_line import from_json, to_json
from grader.lab.world import world
from grader.lines import Lines
from grader.run import Printed, Record, Run, Trouble
from grader.worker import limits, processes
from grader.worker.child import Child, Line, Order, prepared
from grader.worker.fence import Fence
from grader.worker.itinerary import Take
from grader.worker.stage import compiled

MAX_STOPPED = 2  # children that had to be stopped before the rest of a job is given up
_POLL_SECONDS = 0.05  # how often a silent child is looked after
_LAST_SECONDS = 2.0  # real, for a process to end after its pipes have
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


_FORGED = Trouble("fenced", "Your code wrote to a pipe that is not its own; nothing it did counts.")


_HUNG_UP = Trouble("fenced", "Your code closed the pipes of the process that runs it.")


@dataclass
class _Attempt:
    """What one child said before it ended."""

    runs: list[Run] = field(default_factory=list)
    begins: Take | None = None  # the latest run that was announced, after the first round
    trouble: Trouble | None = None
    output: str = ""
    printed: tuple[Printed, ...] = ()
    done: bool = False


@dataclass(frozen=True)
class Spare:
    """A warm child that waits for its order."""

    pid: int
    orders: int  # the pipe to it
    lines: int  # the pipe from it

    def send(self, order: Order) -> None:
        """Give the child its order; one that has died shows when it is listened to."""
        data = to_json(order) + b"\n"
        with suppress(BrokenPipeError):
            while data:
                data = data[os.write(self.orders, data) :]
        os.close(self.orders)

    def end(self, keep: Collection[int] = ()) -> int:
        """End the child and all it started, but not those to keep; return its wait status."""
        os.close(self.lines)
        return processes.end(self.pid, keep)


class Worker:
    """Performs jobs, each in a child of its own, forked ahead of time."""

    def __init__(self, fence: Fence, jobs: Lines, not_for_children: tuple[int, ...]) -> None:
        self._fence = fence
        self._jobs = jobs
        self._not_for_children = not_for_children
        self._spare: Spare | None = None
        self._done: list[Spare] = []

    def get_ready(self, *, rehearse: bool = True) -> None:
        """Have a child wait for the next order."""
        if self._spare is None:
            self._spare = self._hatch(rehearse)

    def _waiting(self) -> list[int]:
        return [] if self._spare is None else [self._spare.pid]

    def clear(self) -> None:
        """End the children that are done, and all they started."""
        while self._done:
            self._done.pop().end(self._waiting())

    def close(self) -> None:
        """End every child."""
        self.clear()
        if self._spare is not None:
            os.close(self._spare.orders)
            self._spare.end()
            self._spare = None

    def _hatch(self, rehearse: bool) -> Spare:
        their_orders, orders = os.pipe()
        lines, their_lines = os.pipe()
        pid = os.fork()
        if pid == 0:
            for descriptor in (orders, lines, *self._not_for_children):
                os.close(descriptor)
            Child(their_orders, their_lines, self._fence).live(rehearse)
        os.close(their_orders)
        os.close(their_lines)
        return Spare(pid, orders, lines)

    def perform(self, job: Job) -> Record:
        """Return what was recorded.

        A child that dies costs the run it was at; the others get a new child.
        """
        self.clear()
        first = [Take(name) for name in job.only]
        runs: list[Run] = []
        stopped = 0
        while len(runs) < len(first):
            attempt = self._attempt(job, len(runs))
            runs += attempt.runs
            if attempt.trouble is not None and attempt.done:  # it could not even be loaded
                return Record(job.kata, (), attempt.trouble, attempt.output)
            if attempt.done:
                break
            stopped += 1
            trouble = attempt.trouble or Trouble(
                "lost", "Your code ended the process in the middle."
            )
            broken = _broken(_interrupted(first, len(runs), attempt), trouble, attempt.output)
            runs.append(replace(broken, printed=attempt.printed))
            if stopped == MAX_STOPPED or trouble.kind == "stuck":
                rest = Trouble("lost", f"Not tried any more. {trouble.message}", trouble.where)
                runs += [_broken(take, rest, "") for take in first[len(runs) :]]
        return Record(job.kata, tuple(runs))

    def _attempt(self, job: Job, skip: int) -> _Attempt:
        self.get_ready(rehearse=False)
        child, self._spare = self._spare, None
        assert child is not None
        token = os.urandom(8).hex()
        attempt = _Attempt()
        child.send(Order(job, skip, token))
        if self._jobs.is_one_waiting():
            self.get_ready(rehearse=False)  # a rehearsal would compete with the run
        timed_out = _listen(child, token, attempt, self._jobs)
        if attempt.done:
            self._done.append(child)  # ending a process takes milliseconds: the judge can have them
            return attempt
        status = child.end(self._waiting())
        if attempt.trouble is None:
            attempt.trouble = _death(status, timed_out)
        return attempt


def _broken(take: Take, trouble: Trouble, output: str) -> Run:
    return replace(take.broken(), trouble=trouble, output=output)


def _interrupted(first: list[Take], done: int, attempt: _Attempt) -> Take:
    """Return the take in which a child died."""
    if done < len(first):
        return first[done]
    return attempt.begins or Take(first[-1].scenario, seed=1)  # after the first round, at least


def _listen(child: Spare, token: str, attempt: _Attempt, jobs: Lines) -> bool:
    """Read a child's lines until it is done, silent for too long (True) or dead.

    Where nobody waits for an answer any more, any silence is too long.
    """
    buffer = bytearray()
    spent = processes.processor_seconds(child.pid)
    deadline = time.monotonic() + limits.WALL_SECONDS_HARD
    while not attempt.done:
        if select.select([child.lines], [], [], _POLL_SECONDS)[0]:
            data = os.read(child.lines, 1 << 20)
            if not data and not _dies(child.pid):
                attempt.trouble = attempt.trouble or _HUNG_UP
            if not data or len(buffer) > _MAX_LINE_BYTES:
                return False
            buffer += data
            if b"\n" not in data:
                continue
            *lines, buffer = buffer.split(b"\n")
            for line in lines:
                if not _take(bytes(line), token, attempt):
                    attempt.trouble = _FORGED
                    return False
            spent = processes.processor_seconds(child.pid)
            deadline = time.monotonic() + limits.WALL_SECONDS_HARD
        elif jobs.is_cut_off():
            return True
        elif time.monotonic() > deadline:
            before, spent = spent, processes.processor_seconds(child.pid)
            if spent - before < limits.BUSY_SECONDS:
                return True
            deadline = time.monotonic() + limits.WALL_SECONDS_HARD
        elif _is_dead(child.pid) and not select.select([child.lines], [], [], 0)[0]:
            return False  # all it said is read, though a descendant still holds the pipe
    return False


def _dies(pid: int) -> bool:
    """Return True once a child whose pipe was closed has ended, which it usually is doing."""
    deadline = time.monotonic() + _LAST_SECONDS
    while not _is_dead(pid):
        if time.monotonic() > deadline:
            return False
        time.sleep(_POLL_SECONDS / 10)
    return True


def _is_dead(pid: int) -> bool:
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _take(line: bytes, token: str, attempt: _Attempt) -> bool:
    """Take in one line; False when it is not the child's own."""
    try:
        said: Line = from_json(line, Line)
    except (msgspec.MsgspecError, RecursionError):
        return False
    if said.token != token:
        return False
    if said.run is not None:
        attempt.runs.append(said.run)
    if said.begins is not None:
        attempt.begins = said.begins
    if said.trouble is not None:
        attempt.trouble = said.trouble
        attempt.output, attempt.printed = said.output, said.printed
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


def _say(records: BinaryIO, item: Record | Clear) -> None:
    records.write(to_json(item) + b"\n")
    records.flush()


def serve(jobs: int, records: BinaryIO, *, with_http: bool) -> None:
    """Answer each line (a `Job`) with a `Record`, and once nothing of it is alive with `Clear`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the command's; we see our input end
    processes.adopt_orphans()
    lines = Lines(jobs)
    with world(), prepared(with_http) as fence:
        worker = Worker(fence, lines, (jobs, records.fileno()))
        worker.get_ready(rehearse=not lines.is_one_waiting())
        try:
            for line in lines:
                job: Job = from_json(line, Job)
                _say(records, replace(worker.perform(job), id=job.id))
                worker.clear()
                _say(records, Clear(job.id))
                with suppress(SyntaxError):  # the child has said it
                    compiled(job.scenarios, job.kata)
                # With the next job at the door a rehearsal would only delay it.
                worker.get_ready(rehearse=not lines.is_one_waiting())
        finally:
            worker.close()
