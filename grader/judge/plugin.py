"""The pytest plugin: scenarios become fixtures of recorded runs, free checks join each suite."""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import pytest

from grader.catalog import Kata
from grader.errors import CourseError
from grader.judge.explain import Notebook
from grader.judge.finding import CheckFailed, Finding
from grader.judge.free import FREE_CHECKS, PREFIX, FreeCheck, names
from grader.judge.recorded import Recorded
from grader.judge.takes import depends, told_of
from grader.judge.troubles import coroutine_returned, coroutine_sentence, incomplete, no_run
from grader.run import Record, Run, Trouble
from grader.suite import Scenario, catches

NOT_JUDGED = "Not judged: no experiment came to its end."
CUT_SHORT = "Not judged: an experiment had to be stopped before this could show."


class RunSource(Protocol):
    """Gives what was recorded of a submission; asked several times per kata."""

    def record(self, kata: Kata) -> Record:
        """Return the record of the kata's submission."""


@dataclass
class Judged:
    """What became of one check; `finding` stays None while it holds."""

    run: Run | None = None  # the one that is shown
    finding: Finding | None = None


JUDGED = pytest.StashKey[Judged]()


@dataclass(frozen=True)
class Asked:
    """The value of a scenario's fixture: all its runs, of which a check gets one at a time."""

    scenario: str
    kata: str
    runs: tuple[Run, ...]
    trouble: Trouble | None

    def run(self, take: tuple[int, int, int]) -> Run:
        """Return the run of a take, else the first; raise `CheckFailed` when there is none."""
        for run in self.runs:
            if run.take == take:
                return run
        if self.runs:
            return self.runs[0]
        raise CheckFailed(no_run(self.scenario, self.trouble))


class SuiteModule(pytest.Module):
    """A suite: a test module whose scenarios are fixtures and that has the free checks."""

    kata: Kata
    source: RunSource

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        """Furnish the module, then collect it as pytest does."""
        furnish(self.obj, self.kata, self.source)
        return super().collect()


class SuitePlugin:
    """Registered once per session. `find` says which kata a file is the suite of, if any."""

    def __init__(self, find: Callable[[Path], Kata | None], source: RunSource) -> None:
        self._find = find
        self._source = source

    @pytest.hookimpl(tryfirst=True)
    def pytest_pycollect_makemodule(
        self, module_path: Path, parent: pytest.Collector
    ) -> SuiteModule | None:
        """Collect a suite as one; leave every other module to pytest."""
        kata = self._find(module_path)
        if kata is None:
            return None
        module: SuiteModule = SuiteModule.from_parent(parent, path=module_path)
        module.kata, module.source = kata, self._source
        return module

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Forget what became of the check when it was judged before."""
        item.stash[JUDGED] = Judged()

    @pytest.hookimpl(tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> bool | None:
        """Judge a check of a suite, once per seed."""
        __tracebackhide__ = True
        if not isinstance(pyfuncitem.parent, SuiteModule):
            return None
        judged = pyfuncitem.stash[JUDGED]
        wanted = _parameters(pyfuncitem.obj)
        judge_check(pyfuncitem.obj, {name: pyfuncitem.funcargs[name] for name in wanted}, judged)
        return True


@dataclass(frozen=True)
class Hearing:
    """What a check said of one take: nothing, or why it fails."""

    runs: tuple[Run, ...]
    finding: Finding | None = None
    raised: BaseException | None = None

    @property
    def run(self) -> Run | None:
        """The run that it is about: where the finding names none, the last."""
        named = self.of(self.finding.scenario) if self.finding else None
        return named or next(reversed(self.runs), None)

    def of(self, scenario: str) -> Run | None:
        """Return the run of a scenario; None where the check failed before it came to that."""
        return next((run for run in self.runs if run.scenario == scenario), None)


def judge_check(check: Callable[..., Any], arguments: dict[str, Any], judged: Judged) -> None:
    """Call `check` with one run per scenario, take by take; note the first failure and raise it."""
    __tracebackhide__ = True
    hearings = [_heard(check, arguments, take) for take in _takes(arguments.values())]
    failed = [hearing for hearing in hearings if hearing.raised is not None]
    shown = (failed or hearings)[0]
    judged.run = shown.run
    if shown.raised is not None:
        judged.finding = _told(shown, hearings)
        raise shown.raised


def _told(shown: Hearing, hearings: Sequence[Hearing]) -> Finding | None:
    """Return the finding of a hearing, with what all of them together show."""
    run = shown.run
    if shown.finding is None or run is None:
        return shown.finding
    held = [hearing.of(run.scenario) for hearing in hearings if hearing.raised is None]
    failed = [hearing.run for hearing in hearings if hearing.raised is not None]
    alike = [other for other in failed if other and other.scenario == run.scenario]
    return replace(told_of(shown.finding, run), depends=depends(list(filter(None, held)), alike))


def _heard(
    check: Callable[..., Any], arguments: dict[str, Any], take: tuple[int, int, int]
) -> Hearing:
    __tracebackhide__ = True
    notebook, runs = Notebook(), list[Run]()
    try:
        given = {name: _given(value, take, notebook, runs) for name, value in arguments.items()}
        _call(check, given)
    except AssertionError as error:
        return _failed(notebook.finding_for(error), runs, take, error)
    except pytest.fail.Exception as failure:
        return _failed(Finding(failure.msg or ""), runs, take, failure)
    return Hearing(_this_last(runs, take))


def _failed(
    finding: Finding, runs: list[Run], take: tuple[int, int, int], raised: BaseException
) -> Hearing:
    return Hearing(_this_last(runs, take), _with_cause(finding, runs), raised)


def _this_last(runs: list[Run], take: tuple[int, int, int]) -> tuple[Run, ...]:
    """Return the runs, the one that this take is about at the end: others have fewer takes."""
    return tuple(sorted(runs, key=lambda run: run.take == take))


def _given(value: Any, take: tuple[int, int, int], notebook: Notebook, runs: list[Run]) -> Any:
    if not isinstance(value, Asked):
        return value
    run = value.run(take)
    runs.append(run)
    finding = incomplete(run)
    if finding is not None:
        raise CheckFailed(finding.about(run))
    return Recorded(run, value.kata, notebook)


def _call(check: Callable[..., Any], given: dict[str, Any]) -> None:
    __tracebackhide__ = True
    if check(**given) is not None:
        # An `async def` check would hand back a coroutine, and never judge anything.
        raise TypeError("a check is a plain function that returns nothing")


def _takes(values: Iterable[Any]) -> Sequence[tuple[int, int, int]]:
    asked = [value for value in values if isinstance(value, Asked)]
    takes = dict.fromkeys(run.take for bundle in asked for run in bundle.runs)
    return tuple(takes) or ((0, 0, 0),)


def _with_cause(finding: Finding, runs: list[Run]) -> Finding:
    """Add the usual cause of strange values: the submission handed back a coroutine object."""
    returned = next(filter(None, map(coroutine_returned, runs)), None)
    if finding.because or returned is None:
        return finding
    return replace(finding, because=coroutine_sentence(*returned))


@cache
def _parameters(check: Callable[..., Any]) -> tuple[str, ...]:
    return tuple(inspect.signature(check).parameters)


def furnish(module: Any, kata: Kata, source: RunSource) -> None:
    """Give a suite its fixtures and free checks; raise `CourseError` for a wrong name in it."""
    for scenario in [each for each in vars(module).values() if isinstance(each, Scenario)]:
        fixture = pytest.fixture(_scenario_fixture(scenario.name, kata, source), name=scenario.name)
        setattr(module, f"recorded_{scenario.name}", fixture)
    claims = _known(getattr(module, "FREE", {}), "FREE", kata)
    lifted = _known(getattr(module, "LIFTED", ()), "LIFTED", kata)
    sweeps = any(map(_sweeps, vars(module).values()))
    for check in FREE_CHECKS:
        if check.name not in lifted and (sweeps or not check.of_sweeps):
            test = _free_test(check, kata, source)
            catches(claims.get(check.name, ""))(test)
            setattr(module, f"{PREFIX}{check.name}", test)


def _sweeps(item: Any) -> bool:
    return isinstance(item, Scenario) and "sweep" in _parameters(item.function)


def _known(given: Any, variable: str, kata: Kata) -> Any:
    """Return a suite's FREE or LIFTED, its names checked; raise `CourseError`."""
    if isinstance(given, dict) and not all(isinstance(each, str) for each in given.values()):
        raise CourseError(
            f"{kata.suite}: {variable} gives each free check its mistakes as one text, with spaces."
        )
    for name in given:
        if name not in names():
            near = difflib.get_close_matches(str(name), names(), n=1) or names()
            raise CourseError(
                f"{kata.suite}: {variable} names no free check {name!r}. Is it {' or '.join(near)}?"
            )
    return given


def _scenario_fixture(scenario: str, kata: Kata, source: RunSource) -> Callable[[], Asked]:
    def recorded() -> Asked:
        record = source.record(kata)
        runs = tuple(run for run in record.runs if run.scenario == scenario)
        return Asked(scenario, kata.id, runs, record.trouble)

    return recorded


def _free_test(check: FreeCheck, kata: Kata, source: RunSource) -> Callable[[], None]:
    def test() -> None:
        __tracebackhide__ = True
        runs = source.record(kata).runs
        check.test(runs)
        if not any(run.completed for run in runs):
            pytest.skip(NOT_JUDGED)
        if check.untold_by(runs):
            pytest.skip(CUT_SHORT)

    test.__doc__ = check.sentence
    return test


def sentence_of(check: Callable[..., Any]) -> str:
    """Return the first paragraph of a check's docstring in one line."""
    return " ".join((inspect.getdoc(check) or "").split("\n\n")[0].split())
