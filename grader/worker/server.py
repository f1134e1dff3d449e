"""The warm worker: reads jobs, forks a child for each, and answers with a record."""

from __future__ import annotations

import os
import signal
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import BinaryIO

from grader.job import Clear, Job
from grader.json_line import from_json, to_json
from grader.lab.world import world
from grader.lines import Lines
from grader.run import Record, Run, Trouble
from grader.worker import processes
from grader.worker.child import Child, Order, prepared
from grader.worker.fence import Fence
from grader.worker.itinerary import Take
from grader.worker.listening import Attempt, death, listen
from grader.worker.stage import compiled

MAX_STOPPED = 2  # children that had to be stopped before the rest of a job is given up


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

    def _attempt(self, job: Job, skip: int) -> Attempt:
        self.get_ready(rehearse=False)
        child, self._spare = self._spare, None
        assert child is not None
        token = os.urandom(8).hex()
        attempt = Attempt()
        child.send(Order(job, skip, token))
        if self._jobs.is_one_waiting():
            self.get_ready(rehearse=False)  # a rehearsal would compete with the run
        timed_out = listen(child.pid, child.lines, token, attempt, self._jobs)
        if attempt.done:
            self._done.append(child)  # ending a process takes milliseconds: the judge can have them
            return attempt
        status = child.end(self._waiting())
        if attempt.trouble is None:
            attempt.trouble = death(status, timed_out)
        return attempt


def _broken(take: Take, trouble: Trouble, output: str) -> Run:
    return replace(take.broken(), trouble=trouble, output=output)


def _interrupted(first: list[Take], done: int, attempt: Attempt) -> Take:
    """Return the take in which a child died."""
    if done < len(first):
        return first[done]
    return attempt.begins or Take(first[-1].scenario, seed=1)  # after the first round, at least


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
