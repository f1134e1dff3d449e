"""A warm worker and a warm judge: submissions in, verdicts out."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from grader.catalog import Course, Kata
from grader.errors import CourseError, GraderError, UsageError
from grader.run import Job, Record, Trouble, from_json, to_json
from grader.strip import public_names, scenario_names, scenarios_only
from grader.verdict import Judgement, Verdict

MAX_SOURCE_BYTES = 1_000_000
_PACKAGE_ROOT = Path(__file__).parent.parent


class Peer:
    """A process of ours that answers lines of JSON over two private pipes."""

    def __init__(self, module: str, *arguments: str) -> None:
        their_in, our_out = os.pipe()
        our_in, their_out = os.pipe()
        environment = os.environ | {
            "PYTHONHASHSEED": "0",  # the order of sets is part of a verdict
            "PYTHONPATH": os.pathsep.join(
                filter(None, (str(_PACKAGE_ROOT), os.environ.get("PYTHONPATH")))
            ),
        }
        self._name = module
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115  # as long as the process; a pipe would fill up
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", module, str(their_in), str(their_out), *arguments],
            pass_fds=(their_in, their_out),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._stderr,
            env=environment,
        )
        os.close(their_in)
        os.close(their_out)
        self._out = os.fdopen(our_out, "wb")
        self._in = os.fdopen(our_in, "rb")

    def send(self, item: Any) -> None:
        """Send one line."""
        try:
            self._out.write(to_json(item) + b"\n")
            self._out.flush()
        except BrokenPipeError:
            raise self._dead() from None

    def receive(self) -> bytes:
        """Return the next line; raise `CourseError` when the process has died."""
        line = self._in.readline()
        if not line.endswith(b"\n"):
            raise self._dead()
        return line

    def _dead(self) -> GraderError:
        self._process.wait()
        self._stderr.seek(0)
        last = self._stderr.read().decode(errors="replace").strip().splitlines()
        return CourseError(f"{self._name} has stopped: {last[-1] if last else 'without a word'}")

    def close(self) -> None:
        """End the process: its input ends, and so does it."""
        for pipe in (self._out, self._in):
            with suppress(BrokenPipeError):
                pipe.close()
        try:
            self._process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._stderr.close()


class Runner:
    """Judges submissions for the given katas.

    Use as a context manager; processes start when first needed.
    """

    def __init__(self, course: Course, katas: Sequence[Kata]) -> None:
        self._course = course
        self._katas = katas
        self._jobs: dict[str, Job] = {}
        self._peers: list[Peer] = []
        self._is_busy = False  # the worker has still to say that all processes of a job are gone

    def __enter__(self) -> Runner:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for peer in self._peers:
            peer.close()

    def start(self) -> None:
        """Start both processes now, side by side.

        They get ready while the caller does something else.
        """
        _ = self._worker, self._judge

    @cached_property
    def _worker(self) -> Peer:
        return self._opened(Peer("grader.worker"))

    @cached_property
    def _judge(self) -> Peer:
        return self._opened(
            Peer("grader.judge", str(self._course.root), *(kata.id for kata in self._katas))
        )

    @cached_property
    def _ready_judge(self) -> Peer:
        said = msgspec.json.decode(self._judge.receive())
        if "broken" in said:
            raise CourseError(str(said["broken"]))
        return self._judge

    def _opened(self, peer: Peer) -> Peer:
        self._peers.append(peer)
        return peer

    def judge(self, kata: Kata, path: Path) -> Verdict:
        """Return the verdict on a learner's file; a file that cannot be read gets one too."""
        self.start()
        source, record = self._recorded(kata, path, (0,))
        self._ready_judge.send(Judgement(kata.id, source, record))
        self._wait_until_clear()  # no verdict while anything that the submission started is alive
        answer = self._ready_judge.receive()
        try:
            verdict: Verdict = from_json(answer, Verdict)
        except msgspec.MsgspecError:
            said = msgspec.json.decode(answer)
            raise CourseError(str(said.get("broken", said))) from None
        return verdict

    def record(self, kata: Kata, path: Path, seeds: tuple[int, ...] = (0,)) -> Record:
        """Return only what happened, without judging it."""
        record = self._recorded(kata, path, seeds)[1]
        self._wait_until_clear()
        return record

    def _wait_until_clear(self) -> None:
        if self._is_busy:
            self._worker.receive()
            self._is_busy = False

    def _recorded(self, kata: Kata, path: Path, seeds: tuple[int, ...]) -> tuple[bytes, Record]:
        job = self.job(kata, seeds)
        try:
            source = read_submission(path)
        except UsageError as error:
            return b"", Record(kata.id, trouble=Trouble("missing", str(error)))
        self._worker.send(replace(job, source=source))
        self._wait_until_clear()
        self._is_busy = True
        record: Record = from_json(self._worker.receive(), Record)
        if record.trouble is not None and record.trouble.kind == "course":
            raise CourseError(record.trouble.message)
        return source, record

    def job(self, kata: Kata, seeds: tuple[int, ...] = (0,)) -> Job:
        """Return the job for a kata, still without a submission."""
        if kata.id not in self._jobs:
            self._jobs[kata.id] = make_job(self._course.root, kata)
        return replace(self._jobs[kata.id], seeds=seeds)


def make_job(root: Path, kata: Kata) -> Job:
    """Return the job of a kata, still without a submission.

    Raises `CourseError` when its suite is broken.
    """
    suite = _course_text(root, kata.suite)
    # The names come from the reference: the stub is the learner's to edit. A hand-out may lack it.
    source = kata.reference if (root / kata.reference).exists() else kata.stub
    return Job(
        kata.id,
        kata.filename,
        b"",
        scenarios_only(suite, str(kata.suite)),
        public_names(_course_text(root, source), str(source)),
        scenario_names(suite),
    )


def _course_text(root: Path, path: Path) -> str:
    try:
        return (root / path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"{path}: the course's own file cannot be read ({error}).") from error


def read_submission(path: Path) -> bytes:
    """Return a learner's file.

    Raises `UsageError` with a sentence when there is none that can be read.
    """
    try:
        with path.open("rb") as file:
            source = file.read(MAX_SOURCE_BYTES + 1)
    except FileNotFoundError:
        raise UsageError(
            f"{path.name} is missing. `git checkout {path.name}` in its folder brings it back."
        ) from None
    except IsADirectoryError:
        raise UsageError(f"{path.name} is a folder, not a Python file.") from None
    except OSError as error:
        raise UsageError(f"{path.name} cannot be read: {error.strerror}.") from None
    if len(source) > MAX_SOURCE_BYTES:
        raise UsageError(
            f"{path.name} is larger than {MAX_SOURCE_BYTES:,} bytes; a kata fits in a thousandth."
        )
    return source
