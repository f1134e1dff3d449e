"""The warm judge: one pytest session, collected once, that answers until its input ends."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from _pytest.runner import runtestprotocol

from grader.catalog import Course, Kata
from grader.errors import CourseError
from grader.json_line import UnreadableError, from_json, to_json
from grader.judge.assess import Assessor, Expected
from grader.judge.finding import Finding
from grader.judge.free import PREFIX
from grader.judge.plugin import JUDGED, SuiteModule, SuitePlugin, sentence_of
from grader.judge.wording import at
from grader.run import Record
from grader.verdict import CheckResult, Judgement, Verdict

# pytest plugins that would write, read settings, or cost time in each check.
_UNUSED_PLUGINS = (
    "cacheprovider", "doctest", "faulthandler", "junitxml", "logging", "pastebin", "stepwise",
    "subtests", "terminal", "threadexception", "tmpdir", "unittest", "unraisableexception",
    "warnings",
)  # fmt: skip
_ENVIRONMENT = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS")


class Channel:
    """JSON lines in and out, over two pipes that nothing else writes to."""

    def __init__(self, reader: BinaryIO, writer: BinaryIO) -> None:
        self._reader = reader
        self._writer = writer

    def lines(self) -> Iterator[bytes]:
        """Yield each line that comes in, until the other end closes."""
        return iter(self._reader.readline, b"")

    def send(self, item: Any) -> None:
        """Write one object as one line."""
        self._writer.write(to_json(item) + b"\n")
        self._writer.flush()

    def broken(self, sentence: str) -> None:
        """Say that the other side cannot go on as it wished."""
        self.send({"broken": sentence})


class Current:
    """The record that is judged now: the source of all runs."""

    def __init__(self) -> None:
        self._record = Record(kata="")

    def set(self, record: Record) -> None:
        """Judge `record` from now on."""
        self._record = record

    def record(self, kata: Kata) -> Record:
        """Return the record, empty for any kata but its own."""
        return self._record if self._record.kata == kata.id else Record(kata.id)


class Bench:
    """The collected checks of one kata."""

    def __init__(self, kata: Kata, items: Sequence[pytest.Function]) -> None:
        if not any(not _is_free(item) for item in items):
            raise CourseError(f"{kata.suite} has no check.")
        self.items = tuple(items)
        self.assessor = Assessor(kata, [_expected(item) for item in items])


class JudgeSession:
    """A pytest plugin that replaces the loop over all tests by a loop over judgements."""

    def __init__(self, katas: Sequence[Kata], current: Current, channel: Channel) -> None:
        self._katas = {kata.id: kata for kata in katas}
        self._current = current
        self._channel = channel
        self._benches: dict[str, Bench] = {}
        self._failed: list[str] = []
        self._reports: list[pytest.CallInfo[None]] = []
        self.broken = False

    @pytest.hookimpl
    def pytest_exception_interact(self, node: pytest.Item, call: pytest.CallInfo[Any]) -> None:
        """Keep why a suite could not be collected."""
        if isinstance(node, SuiteModule) and call.excinfo is not None:
            self._failed.append(_collect_sentence(node, call.excinfo.value))

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Serve judgements until the input ends."""
        try:
            self._set_up(session.items)
        except CourseError as error:
            self.broken = True
            self._channel.broken(str(error))
            return True
        # What was collected stays for good: no later collection needs to look at it.
        gc.collect()
        gc.freeze()
        self._channel.send({"ready": True})
        for line in self._channel.lines():
            self._serve(line)
        return True

    def _set_up(self, items: Sequence[pytest.Item]) -> None:
        if self._failed:
            raise CourseError(self._failed[0])
        of_kata: dict[str, list[pytest.Function]] = {kata_id: [] for kata_id in self._katas}
        for item in items:
            if isinstance(item, pytest.Function) and isinstance(item.parent, SuiteModule):
                of_kata[item.parent.kata.id].append(item)
        for kata_id, own in of_kata.items():
            self._benches[kata_id] = Bench(self._katas[kata_id], own)

    def _serve(self, line: bytes) -> None:
        try:
            judgement: Judgement = from_json(line, Judgement)
            self._channel.send(self._judge(judgement))
        except UnreadableError as error:
            self._channel.broken(f"The judge cannot read what it was sent: {error}.")
        except CourseError as error:
            self._channel.broken(str(error))
        except BrokenPipeError:
            raise
        except (Exception, pytest.exit.Exception) as error:  # one bad input must not end the judge
            self._channel.broken(
                f"The judge failed on a judgement ({type(error).__name__}: {error})."
            )

    def _judge(self, judgement: Judgement) -> Verdict:
        bench = self._benches.get(judgement.kata)
        if bench is None or judgement.record.kata != judgement.kata:
            raise CourseError(
                f"The judge has no suite for {judgement.kata!r} with a record of"
                f" {judgement.record.kata!r}."
            )
        self._current.set(judgement.record)
        results = {}
        if judgement.record.runs:
            # pytest tears the module down when no item follows, which the next kata relies on.
            following = (*bench.items[1:], None)
            pairs = zip(bench.items, following, strict=True)
            results = {item.name: self._result(item, after) for item, after in pairs}
        return bench.assessor.assess(judgement, results)

    def _result(self, item: pytest.Function, following: pytest.Item | None) -> CheckResult:
        self._reports.clear()
        # pytest has no public way to run an item twice; this is what its rerun plugins use.
        runtestprotocol(item, log=False, nextitem=following)
        raised = [call.excinfo.value for call in self._reports if call.excinfo is not None]
        return check_result(item, raised[0] if raised else None)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> pytest.TestReport:
        """Keep what happened, and report it without a traceback, which nobody would read."""
        self._reports.append(call)
        return pytest.TestReport(
            nodeid=item.nodeid,
            location=item.location,
            keywords={},
            outcome="passed" if call.excinfo is None else "failed",
            longrepr=None,
            when=call.when,  # type: ignore[arg-type]  # never "collect" for an item
        )


def check_result(item: pytest.Function, raised: BaseException | None) -> CheckResult:
    """Return what became of a check: it held, its finding, a skip, or that it is broken itself."""
    judged = item.stash[JUDGED]
    finding = judged.finding or Finding("")
    status = "pass"
    if isinstance(raised, pytest.skip.Exception):
        status, finding = "skip", Finding(raised.msg or "")
    elif raised is not None and judged.finding is not None:
        status = "fail"
    elif raised is not None:
        status, finding = "error", _broken_check(item, raised)
    expected = _expected(item)
    return CheckResult(
        name=expected.name,
        sentence=expected.sentence,
        status=status,  # type: ignore[arg-type]  # one of the four literals above
        message=finding.message or (expected.sentence if status == "fail" else ""),
        expected=finding.expected,
        got=finding.got,
        because=finding.because,
        where=finding.where if at(finding.where) else None,
        virtual_seconds=judged.run.makespan if judged.run else None,
        schedule=finding.schedule,
        depends=finding.depends,
        free=expected.free,
        timeline=finding.timeline,
        cycles=finding.cycles,
        scenario=finding.scenario or (judged.run.scenario if judged.run else ""),
        take=finding.take if finding.scenario or not judged.run else judged.run.take,
    )


def _broken_check(item: pytest.Function, raised: BaseException) -> Finding:
    if isinstance(raised, pytest.FixtureLookupError):
        reason = f"it asks for {raised.argname!r}, which is no scenario of its suite"
    else:
        reason = " ".join(f"{type(raised).__name__}: {raised}".split())
    return Finding(
        f"The course's check `{item.name}` is broken ({reason}). This is not your mistake."
    )


def _expected(item: pytest.Function) -> Expected:
    catches = tuple(getattr(item.obj, "__catches__", ()))
    return Expected(item.name, sentence_of(item.obj), _is_free(item), catches)


def _is_free(item: pytest.Function) -> bool:
    return item.name.startswith(PREFIX)


def _collect_sentence(module: SuiteModule, error: BaseException) -> str:
    if isinstance(error, CourseError):
        return str(error)
    cause = error.__cause__ or error
    line = f":{cause.lineno}" if isinstance(cause, SyntaxError) and cause.lineno else ""
    reason = cause.msg if isinstance(cause, SyntaxError) else str(cause)
    return f"{module.kata.suite}{line} cannot be collected ({type(cause).__name__}: {reason})."


def serve(root: Path, kata_ids: Sequence[str], channel: Channel) -> bool:
    """Judge what comes over `channel` until it closes; return False when the course is broken."""
    try:
        course = Course(root)
        by_id = {kata.id: kata for kata in course.katas}
        katas = [_with_suite(by_id, kata_id) for kata_id in kata_ids]
    except CourseError as error:
        channel.broken(str(error))
        return False
    current = Current()
    session = JudgeSession(katas, current, channel)
    of_suite = {(root / kata.suite).resolve(): kata for kata in katas}
    suites = SuitePlugin(lambda path: of_suite.get(path.resolve()), current)
    return _run_pytest(root, katas, [suites, session], channel) and not session.broken


def _with_suite(by_id: dict[str, Kata], kata_id: str) -> Kata:
    if kata_id not in by_id:
        raise CourseError(f"There is no kata {kata_id!r} in this course.")
    kata = by_id[kata_id]
    if not (kata.root / kata.suite).is_file():
        raise CourseError(f"{kata.id} has no suite: {kata.suite} is missing.")
    return kata


def _run_pytest(root: Path, katas: Sequence[Kata], plugins: list[Any], channel: Channel) -> bool:
    for name in _ENVIRONMENT:
        os.environ.pop(name, None)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    code: int = pytest.main(
        [
            *(f"-pno:{name}" for name in _UNUSED_PLUGINS),
            "--assert=plain", "--capture=no", "--import-mode=importlib", "--noconftest",
            # No settings: what a course's pyproject.toml says is for its authors' own sessions.
            f"--config-file={os.devnull}", f"--rootdir={root}",
            *(str(root / kata.suite) for kata in katas),
        ],
        plugins=plugins,
    )  # fmt: skip
    if code in (pytest.ExitCode.INTERNAL_ERROR, pytest.ExitCode.USAGE_ERROR):
        channel.broken(f"The judge's pytest session broke off (pytest's exit code {int(code)}).")
        return False
    return True
