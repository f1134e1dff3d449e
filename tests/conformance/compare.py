"""Compares the results on the virtual loop with those on a plain one, test by test."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tests.conformance.exceptions import Known, matches, reason_for
from tests.conformance.results import Result

Results = Mapping[str, Result]
MISSING = Result("missing")
BAD = {"fail", "hang", "crash", "missing"}


@dataclass(frozen=True)
class Difference:
    """A test that ends otherwise on one of our kinds; `reason` is None where none is documented."""

    test: str
    kind: str
    plain: Result
    ours: Result
    reason: str | None


@dataclass
class Row:
    """What became of the tests of one file: each of them counts in exactly one of five lists."""

    name: str
    used: int = 0
    passed: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    failed_on_plain: list[str] = field(default_factory=list)
    documented: list[str] = field(default_factory=list)
    undocumented: list[str] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)

    @property
    def tests(self) -> int:
        """Return how many tests there are."""
        kinds = self.passed, self.skipped, self.failed_on_plain, self.documented, self.undocumented
        return sum(map(len, kinds))


def differs(plain: Result, ours: Result) -> bool:
    """Return True when a test ends otherwise; to run what the plain loop skips is no fault."""
    return ours.outcome != plain.outcome and (plain.outcome != "skip" or ours.outcome in BAD)


def compare(name: str, plain: Results, ours: Mapping[str, Results], known: list[Known]) -> Row:
    """Compare results on a plain loop with those on each of our kinds.

    What fails on the plain loop proves nothing about ours, whatever it does there.
    """
    row = Row(name)
    for test in dict.fromkeys([*plain, *(test for each in ours.values() for test in each)]):
        expected = plain.get(test, MISSING)
        row.used += expected.used
        if test in plain and expected.outcome in BAD:
            row.failed_on_plain.append(test)
            continue
        differences = [
            Difference(test, kind, expected, result, reason_for(test, kind, known))
            for kind, results in ours.items()
            if differs(expected, result := results.get(test, MISSING))
        ]
        row.differences += differences
        if any(difference.reason is None for difference in differences):
            row.undocumented.append(test)
        elif differences:
            row.documented.append(test)
        elif expected.outcome == "skip":
            row.skipped.append(test)
        else:
            row.passed.append(test)
    return row


def stale(
    plain: Results, ours: Mapping[str, Results], row: Row, known: list[Known]
) -> Iterator[tuple[str, str, str]]:
    """Yield pattern, kind and test of each exception that is none any more."""
    differ = {(difference.test, difference.kind) for difference in row.differences}
    for entry in known:
        for pattern in () if entry.sometimes else entry.tests:
            for kind in entry.on:
                for test in ours.get(kind, ()):
                    if (
                        matches(pattern, test)
                        and test not in row.failed_on_plain
                        and (test, kind) not in differ
                    ):
                        yield pattern, kind, test


def unmatched(tests: set[str], known: list[Known]) -> list[str]:
    """Return the patterns that name none of the tests that were run."""
    patterns = [pattern for entry in known for pattern in entry.tests]
    return [each for each in patterns if not any(matches(each, test) for test in tests)]
