"""A warm worker and a warm judge: submissions in, verdicts out."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Literal

import msgspec

from grader.catalog import Course, Kata
from grader.errors import CourseError, UsageError
from grader.job import Clear, Job
from grader.jobs import make_job, read_submission, uses_http
from grader.json_line import UnreadableError, from_json
from grader.peer import Peer, PeerGone
from grader.plan import USUAL, Plan
from grader.run import FORGED, Record, Trouble
from grader.verdict import Judgement, Verdict

# Real seconds. The worker gives up a run sooner; this is for a worker that was stopped itself.
SECONDS_PER_RUN = 20.0
ROUNDS = 3  # how much longer than the first round all others may take together, about

AHEAD = 2  # jobs in the worker's pipe, so that it can get ready for one while another runs

_ENDED_THE_WORKER = "Your code ended the process that runs it; nothing it did counts."
_NO_JOB = Job("", "", b"", "")


@dataclass(frozen=True)
class _Order:
    """A file that the worker is running, or (with a record) one that it need not run."""

    kata: Kata
    source: bytes
    job: Job
    record: Record | None = None


class Runner:
    """Judges submissions for the given katas.

    Use as a context manager; processes start when first needed.
    """

    def __init__(self, course: Course, katas: Sequence[Kata]) -> None:
        self._course = course
        self._katas = katas
        self._jobs: dict[str, Job] = {}
        self._peers: list[Peer] = []
        self._sent: list[_Order] = []  # what the worker has not answered yet
        self._unclear = ""  # id of the job whose processes the worker has still to end

    def __enter__(self) -> Runner:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for peer in self._peers:
            peer.hang_up()
        for peer in self._peers:
            peer.wait()

    def start(self) -> None:
        """Start both processes now, side by side.

        They get ready while the caller does something else.
        """
        _ = self._worker, self._judge

    def stop(self) -> None:
        """Kill both processes now, whatever they do; another thread may wait for them."""
        for peer in [*self._peers]:
            peer.kill()

    @cached_property
    def _worker(self) -> Peer:
        # aiohttp takes as long to load as all the rest, and most katas do without.
        needed = (
            ("http",) if any(uses_http(self._course.root, kata) for kata in self._katas) else ()
        )
        return self._opened(Peer("grader.worker", *needed))

    @cached_property
    def _judge(self) -> Peer:
        return self._opened(
            Peer("grader.judge", str(self._course.root), *(kata.id for kata in self._katas))
        )

    @cached_property
    def _first_words(self) -> dict[str, object]:
        """What the judge says when it has seen all suites."""
        said: dict[str, object] = msgspec.json.decode(self._judge.receive())
        return said

    @property
    def _ready_judge(self) -> Peer:
        if "broken" in self._first_words:
            raise CourseError(str(self._first_words["broken"]))
        return self._judge

    def _opened(self, peer: Peer) -> Peer:
        self._peers.append(peer)
        return peer

    def judge(self, kata: Kata, path: Path, plan: Plan = USUAL) -> Verdict:
        """Return the verdict on a learner's file; a file that cannot be read gets one too."""
        (verdict,) = self.judge_all([(kata, path)], plan)
        return verdict

    def judge_all(
        self, answers: Iterable[tuple[Kata, Path]], plan: Plan = USUAL
    ) -> Iterator[Verdict]:
        """Yield the verdict on each file, in order. While one is judged, the next ones run."""
        self.start()
        coming = iter(answers)
        orders = deque(self._order(*answer, plan) for answer in islice(coming, AHEAD))
        try:
            while orders:
                order = orders.popleft()
                record = plan.judged(self._collect(order))
                self._ready_judge.send(Judgement(order.kata.id, order.source, record))
                orders += (self._order(*answer, plan) for answer in islice(coming, 1))
                self._wait_until_clear()  # no verdict while anything of a submission is alive
                yield _verdict(self._ready_judge.receive())
        finally:
            if orders:
                self._drop_orders()

    def record(self, kata: Kata, path: Path, plan: Plan = USUAL) -> Record:
        """Return only what happened, without judging it."""
        record = self._collect(self._order(kata, path, plan))
        self._wait_until_clear()
        return plan.judged(record)

    # The worker. It dies only by what a submission does, and then a new one goes on.

    def _order(self, kata: Kata, path: Path, plan: Plan) -> _Order:
        """Have the worker run a file; one that cannot be read is an order that is done already."""
        try:
            source = read_submission(path)
        except UsageError as error:
            return _Order(kata, b"", _NO_JOB, _unrun(kata, "missing", str(error)))
        job = replace(plan.applied(self._job(kata)), source=source, id=os.urandom(8).hex())
        order = _Order(kata, source, job)
        self._sent.append(order)
        self._send(order)
        return order

    def _send(self, order: _Order) -> None:
        with suppress(PeerGone):  # it is noticed where the answer is missing
            self._worker.send(order.job)

    def _collect(self, order: _Order) -> Record:
        if order.record is not None:
            return order.record
        self._sent.remove(order)
        try:
            record = self._answer(order.job)
        except PeerGone:
            self._new_worker()
            return _unrun(order.kata, "lost", _ENDED_THE_WORKER)
        if record is None:
            self._new_worker()
            return Record(order.kata.id, trouble=FORGED)
        self._unclear = order.job.id
        if record.trouble is not None and record.trouble.kind == "course":
            self._wait_until_clear()  # or the word for it would be read as the next answer
            raise CourseError(record.trouble.message)
        return record

    def _answer(self, job: Job) -> Record | None:
        """Return the worker's record of a job; None when it is somebody else's."""
        seconds = (len(job.only) + 1) * (1 + ROUNDS) * SECONDS_PER_RUN
        try:
            record: Record = from_json(self._worker.receive(seconds), Record)
        except UnreadableError:
            return None
        return record if (record.id, record.kata) == (job.id, job.kata) else None

    def _wait_until_clear(self) -> None:
        """Wait until nothing of the last job is alive."""
        if not self._unclear:
            return
        expected, self._unclear = self._unclear, ""
        try:
            is_clear = from_json(self._worker.receive(SECONDS_PER_RUN), Clear).clear == expected
        except (PeerGone, UnreadableError):
            is_clear = False
        if not is_clear:
            self._new_worker()

    def _drop_orders(self) -> None:
        """Forget what nobody waits for any more, with the worker that runs it."""
        self._sent.clear()
        self._unclear = ""
        self._new_worker()

    def _new_worker(self) -> None:
        old = self._worker
        self._peers.remove(old)
        del self._worker
        old.end()
        for order in self._sent:
            self._send(order)

    def _job(self, kata: Kata) -> Job:
        if kata.id not in self._jobs:
            self._jobs[kata.id] = make_job(self._course.root, kata)
        return self._jobs[kata.id]


def _unrun(kata: Kata, kind: Literal["missing", "lost"], message: str) -> Record:
    return Record(kata.id, trouble=Trouble(kind, message))


def _verdict(answer: bytes) -> Verdict:
    try:
        verdict: Verdict = from_json(answer, Verdict)
    except UnreadableError:
        said = msgspec.json.decode(answer)
        raise CourseError(str(said.get("broken", said))) from None
    return verdict
