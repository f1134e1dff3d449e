"""What was found, as text."""

from __future__ import annotations

import platform
from dataclasses import dataclass, field

from tests.conformance.compare import Row

HEAD = ("", "tests", "on the loop", "pass", "skip", "fail on plain", "documented", "undocumented")


@dataclass(frozen=True)
class Judged:
    """A row, and what a table cannot hold."""

    row: Row
    stale: list[tuple[str, str, str]] = field(default_factory=list)
    unsteady: list[str] = field(default_factory=list)
    tests: set[str] = field(default_factory=set)

    @property
    def is_clean(self) -> bool:
        """Return True when each difference has its reason, and each reason its difference."""
        return not self.row.undocumented and not self.stale


def title(source: str) -> str:
    """Return the line above a table."""
    names = {"stdlib": "test.test_asyncio of the interpreter", "anyio": "anyio's own tests"}
    return f"Python {platform.python_version()}, {names.get(source, source)}"


def counts(row: Row) -> tuple[int, ...]:
    """Return the numbers of a row, in the order of the head."""
    lists = row.passed, row.skipped, row.failed_on_plain, row.documented, row.undocumented
    return (row.tests, row.used, *map(len, lists))


def render(judged: list[Judged]) -> str:
    """Return the table, with a line of sums."""
    rows = [(each.row.name, *counts(each.row)) for each in judged]
    sums = map(sum, zip(*(row[1:] for row in rows), strict=True))
    cells = [[str(cell) for cell in row] for row in (HEAD, *rows, ("total", *sums))]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    aligned = [
        [name.ljust(widths[0]), *(n.rjust(w) for n, w in zip(numbers, widths[1:], strict=True))]
        for name, *numbers in cells
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in (aligned[0], rule, *aligned[1:]))


def details(judged: list[Judged], *, why: bool = False) -> str:
    """Return a line for all that needs attention; the empty string when nothing does."""
    lines = []
    for each in judged:
        for found in each.row.differences:
            if found.reason is None:
                outcomes = f"{found.plain.outcome} -> {found.ours.outcome}"
                lines.append(f"undocumented: {found.test} ({found.kind}): {outcomes}")
                lines += [f"    {line}" for line in found.ours.why.splitlines() if why]
        lines += [f"stale: {test} does not differ ({kind})" for _, kind, test in each.stale]
        lines += [f"passed at the second try: {test}" for test in each.unsteady]
        lines += [f"fails on plain: {test}" for test in each.row.failed_on_plain]
    return "\n".join([*lines, ""])
