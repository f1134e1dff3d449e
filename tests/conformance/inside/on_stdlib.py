"""Run a module of the interpreter's tests on a loop: `on_stdlib.py KIND MODULE RESULTS [TEST...]`.

A program of its own, because it changes where new loops come from. What RESULTS names already is
not run again; with TESTs nothing else is run, and a name after a `-` is left out.
"""

from __future__ import annotations

import importlib
import os
import sys
import time
import unittest
import warnings
from pathlib import Path
from typing import Any

from loops import Counting, surroundings, use
from notes import Notes

_monotonic = time.monotonic  # the real one, also in a world


class Outcomes(unittest.TestResult):
    """Notes what becomes of each test."""

    def __init__(self, notes: Notes) -> None:
        super().__init__()
        self.notes = notes
        self._begin()  # 3.12.1 starts no test that it skips, and stops it all the same

    def _begin(self) -> None:
        self.outcome, self.why, self.ran = "pass", "", Counting.ran
        self.began = _monotonic()

    def startTest(self, test: unittest.TestCase) -> None:
        self._begin()
        self.notes.begins(test.id())
        super().startTest(test)

    def stopTest(self, test: unittest.TestCase) -> None:
        super().stopTest(test)
        used, seconds = Counting.ran > self.ran, _monotonic() - self.began
        self.notes.ends(test.id(), self.outcome, self.why, used, seconds)
        self._begin()

    def addError(self, test: Any, err: Any) -> None:
        super().addError(test, err)
        self._becomes(test, "fail", self.errors[-1][1])

    def addFailure(self, test: Any, err: Any) -> None:
        super().addFailure(test, err)
        self._becomes(test, "fail", self.failures[-1][1])

    def addSubTest(self, test: Any, subtest: Any, err: Any) -> None:
        if err is not None:
            self.addFailure(test, err)

    def addSkip(self, test: Any, reason: str) -> None:
        self._becomes(test, "skip", reason)

    def addExpectedFailure(self, test: Any, err: Any) -> None:
        self._becomes(test, "xfail")

    def addUnexpectedSuccess(self, test: Any) -> None:
        self._becomes(test, "fail", "unexpected success")

    def _becomes(self, test: Any, outcome: str, why: str = "") -> None:
        self.outcome, self.why = outcome, why
        if not isinstance(test, unittest.TestCase):  # setUpClass or setUpModule: it never stops
            self.notes.ends(test.id(), outcome, why)


def tests_of(suite: unittest.TestSuite) -> list[unittest.TestCase]:
    """Return the tests of a suite in their order, without the suites inside."""
    found = []
    for item in suite:
        found += tests_of(item) if isinstance(item, unittest.TestSuite) else [item]
    return found


def chosen(test: str, wanted: tuple[str, ...]) -> bool:
    """Return True when a test is to be run."""
    if f"-{test.rpartition('.')[2]}" in wanted:
        return False
    named = [each for each in wanted if each[0] != "-"]
    return not named or test in named


def main(kind: str, name: str, path: str, *wanted: str) -> None:
    use(kind)
    warnings.simplefilter("ignore")  # as the interpreter has it when nobody asks for more
    notes = Notes(Path(path))
    from test import support

    support.use_resources = ["cpu", "walltime"]  # and no network
    try:
        module = importlib.import_module(name)
    except unittest.SkipTest as reason:
        notes.ends(name, "skip", str(reason))
        return
    tests = tests_of(unittest.defaultTestLoader.loadTestsFromModule(module))
    left = [test for test in tests if test.id() not in notes.seen and chosen(test.id(), wanted)]
    with surroundings(kind):
        unittest.TestSuite(left).run(Outcomes(notes))


if __name__ == "__main__":
    main(*sys.argv[1:])
    # A thread that a failed test left behind must not hold up the end.
    sys.stdout.flush()
    os._exit(0)
