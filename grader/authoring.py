"""pytest for suite authors: `pytest tests/suites/...` judges the reference, or another tree.

Loaded by `-p grader.authoring`. `--submission DIR` judges another tree of the shape of exercises/,
`--submission FILE` one answer. `--in-process` runs scenarios in pytest's own process, without
limits, so that `--pdb` and `breakpoint()` work in them.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from _pytest._code.code import TerminalRepr

# The rest of the grader is imported when the first suite is met: most sessions collect none.
if TYPE_CHECKING:
    from grader.catalog import Course, Kata
    from grader.judge.finding import Finding
    from grader.run import Record
    from grader.runner import Runner

_SUITES = ("tests", "suites")
_PLUGIN = "grader-suites"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options for judging other trees and for debugging."""
    group = parser.getgroup("katas", "suites of katas")
    group.addoption(
        "--submission",
        metavar="PATH",
        help="judge a tree of the shape of exercises/, or one answer (default: solutions/)",
    )
    group.addoption(
        "--in-process",
        action="store_true",
        help="run scenarios in this process, so that --pdb and breakpoint() work",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Refuse a tree that is not there before anything is collected."""
    tree = config.getoption("--submission")
    if tree is not None and not (config.invocation_params.dir / tree).exists():
        raise pytest.UsageError(f"--submission: there is no folder or file {tree}.")


def course_root(path: Path) -> Path | None:
    """Return the root of the course whose `tests/suites` holds `path`, or None."""
    for folder in path.parents:
        if folder.parts[-2:] == _SUITES and (folder.parent.parent / "exercises").is_dir():
            return folder.parent.parent
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makemodule(
    module_path: Path, parent: pytest.Collector
) -> pytest.Module | None:
    """Set suites up when the first one is met, and collect it."""
    plugins = parent.config.pluginmanager
    if plugins.has_plugin(_PLUGIN) or course_root(module_path) is None:
        return None  # a registered suite plugin is asked by pytest itself
    from grader.judge.plugin import SuitePlugin

    bench = AuthorsBench(parent.config)
    suites = SuitePlugin(bench.kata_of, bench)
    plugins.register(LearnerFirst(), f"{_PLUGIN}-report")
    plugins.register(suites, _PLUGIN)
    parent.config.add_cleanup(bench.close)
    return suites.pytest_pycollect_makemodule(module_path, parent)


class AuthorsBench:
    """Finds the katas of suites, and runs their submissions once per session."""

    def __init__(self, config: pytest.Config) -> None:
        self._submission: str | None = config.getoption("--submission")
        self._perform = _in_process if config.getoption("--in-process") else self._in_worker
        self._started_in = config.invocation_params.dir
        self._courses: dict[Path, CourseBench] = {}
        self._records: dict[Path, Record] = {}

    def kata_of(self, suite: Path) -> Kata | None:
        """Return the kata of a suite, None for any other module; raise `CourseError`."""
        root = course_root(suite)
        if root is None:
            return None
        if root not in self._courses:
            self._courses[root] = CourseBench(root)
        return self._courses[root].kata_of(suite)

    def record(self, kata: Kata) -> Record:
        """Return the record of the kata's submission; the first call runs it."""
        suite = kata.root / kata.suite
        if suite not in self._records:
            self._records[suite] = self._perform(kata, self._path(kata))
        return self._records[suite]

    def _path(self, kata: Kata) -> Path:
        place = self._started_in / (self._submission or kata.root / "solutions")
        return place if place.is_file() else place / kata.folder / kata.filename

    def _in_worker(self, kata: Kata, path: Path) -> Record:
        return self._courses[kata.root].runner.record(kata, path)

    def close(self) -> None:
        """End the processes."""
        for course in self._courses.values():
            course.close()


class CourseBench:
    """One course, and its runner once it is needed."""

    def __init__(self, root: Path) -> None:
        from grader.catalog import Course

        self._course: Course = Course(root)
        self._by_suite = {root / kata.suite: kata for kata in self._course.katas}

    def kata_of(self, suite: Path) -> Kata:
        """Return the kata of a suite; raise `CourseError` when there is none."""
        from grader.errors import CourseError

        if suite not in self._by_suite:
            raise CourseError(f"{suite} belongs to no kata in exercises/.")
        return self._by_suite[suite]

    @cached_property
    def runner(self) -> Runner:
        """The runner, kept warm for the session."""
        from grader.runner import Runner

        return Runner(self._course, self._course.katas).__enter__()

    def close(self) -> None:
        """End the runner's processes, if there are any."""
        if "runner" in vars(self):
            self.runner.__exit__(None, None, None)


def _in_process(kata: Kata, path: Path) -> Record:
    from grader.errors import UsageError
    from grader.jobs import make_job, read_submission
    from grader.run import Record, Trouble
    from grader.worker.stage import perform

    try:
        source = read_submission(path)
    except UsageError as error:
        return Record(kata.id, trouble=Trouble("missing", str(error)))
    return perform(replace(make_job(kata.root, kata), source=source))


class LearnerFirst:
    """Shows what a learner would read above pytest's own account of a failed check."""

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[Any]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Put the finding on top of the report."""
        from grader.judge.finding import CheckFailed
        from grader.judge.plugin import JUDGED

        report = yield
        judged = item.stash.get(JUDGED, None)
        if judged is None or judged.finding is None or report.when != "call":
            return report
        # What the judge itself raises holds for no line of the suite: the finding says it all.
        own = call.excinfo is not None and isinstance(call.excinfo.value, CheckFailed)
        report.longrepr = Told(judged.finding, None if own else report.longrepr)
        return report


class Told(TerminalRepr):
    """A failure as the learner reads it, then, for the author, as pytest tells it."""

    def __init__(self, finding: Finding, detail: Any) -> None:
        self._lines = finding.lines()
        self._detail = detail
        self.reprcrash = Summary(finding.message)

    def toterminal(self, tw: Any) -> None:
        """Write the failure to pytest's terminal."""
        for line in self._lines:
            tw.line(line, bold=True)
        if hasattr(self._detail, "toterminal"):
            tw.line("")
            self._detail.toterminal(tw)


class Summary:
    """The one line of pytest's short summary."""

    def __init__(self, message: str) -> None:
        self.message = message
