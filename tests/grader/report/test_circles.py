"""A circle of tasks is drawn as one, in the columns and characters that there are."""

from __future__ import annotations

import pytest

from grader.report.as_json import entry
from grader.report.circles import circle
from grader.report.failure import reasons
from grader.report.paper import Paper
from grader.verdict import CheckResult, Verdict

ROWS = (
    "task 2 waits at bank.py:12 for a Lock held by task 3 since t=1 s (bank.py:18)",
    "task 3 waits at bank.py:19 for a Lock held by task 4 since t=1 s (bank.py:21)",
    "task 4 waits at bank.py:22 for a Lock held by task 2 since t=1 s (bank.py:11)",
)


def drawn(rows, **paper) -> list[str]:
    return [text.plain for text in circle(Paper(**paper), rows)]


def test_a_circle_points_from_its_first_line_and_comes_back_from_its_last() -> None:
    assert drawn(ROWS, width=100) == [
        f"      ┌> {ROWS[0]}",
        f"      │  {ROWS[1]}",
        f"      └─ {ROWS[2]}",
    ]


def test_in_ascii_a_circle_is_a_circle_too() -> None:
    lines = drawn(ROWS[:2], width=100, encoding="ascii")
    assert lines == [f"      +> {ROWS[0]}", f"      +- {ROWS[1]}"]


def test_what_is_folded_stays_inside_the_circle() -> None:
    assert drawn(ROWS, width=60) == [
        "      ┌> task 2 waits at bank.py:12 for a Lock held by task",
        "      │  3 since t=1 s (bank.py:18)",
        "      │  task 3 waits at bank.py:19 for a Lock held by task",
        "      │  4 since t=1 s (bank.py:21)",
        "      └─ task 4 waits at bank.py:22 for a Lock held by task",
        "         2 since t=1 s (bank.py:11)",
    ]


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_is_wider_than_the_paper(width: int) -> None:
    assert max(map(len, drawn(ROWS, width=width))) <= width


def test_a_circle_stands_between_the_reason_and_the_line() -> None:
    check = CheckResult("c", "Law", "fail", "m", because="they wait", cycles=(ROWS[:2],))
    lines = [text.plain.split()[0] for text in reasons(Paper(width=100), check)]
    assert lines == ["m", "because", "┌>", "└─"]


def test_a_test_of_exercisms_says_it_in_words() -> None:
    check = CheckResult("c", "Law", "fail", "m", because="they wait", cycles=(ROWS[:2],))
    fields = entry(Verdict("k", "fail", 0, 1, (check,)), {})
    assert fields["tests"][0]["message"] == (f"m\nbecause: they wait\n+> {ROWS[0]}\n+- {ROWS[1]}")
    assert fields["checks"][0]["cycles"] == (ROWS[:2],)
