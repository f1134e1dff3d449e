from __future__ import annotations

import pytest

from grader.catalog import Course
from grader.marks import Mark
from grader.report.advice import Advice
from grader.report.paper import Paper
from grader.report.shelf import hint_page, list_page, show_page

MAKE = Advice(make=True)
MARKS = {
    "first/greet": Mark("pass", 2, "pass", judged=True),
    "first/twice": Mark("pass", 3, "fail", judged=True),
}


def test_the_list_says_where_one_stands(three: Course, golden) -> None:
    golden("list", list_page(three.katas, MARKS, Paper(), MAKE))


@pytest.mark.parametrize("width", [30, 40])
def test_the_list_fits_a_narrow_terminal(width: int, three: Course) -> None:
    page = list_page(three.katas, MARKS, Paper(width=width), MAKE)
    assert max(map(len, page.splitlines())) <= width


def test_the_task_is_shown_with_what_to_edit(three: Course, golden) -> None:
    kata = three.katas[0]
    task = (kata.root / kata.readme).read_text()
    golden("show", show_page(kata, task, kata.stub.as_posix(), Paper(), MAKE))


def test_each_hint_stands_alone(three: Course) -> None:
    page = hint_page(three.katas[0], 2, Paper(), MAKE)
    assert "Hint 2 of 3 for first/greet\n  Look at the docs of gather." in page
    assert "What does waiting cost?" not in page


def test_after_the_last_hint_come_all_of_them_and_a_solution(three: Course) -> None:
    page = hint_page(three.katas[0], 4, Paper(), MAKE)
    assert page.count("Hint ") == 3
    assert "no more hints. solutions/01_first/01_greet/greet.py" in page


@pytest.mark.parametrize(
    ("mark", "stands"),
    [
        (Mark("fail", 1.5, "fail", judged=True, now=1.5), "1.5/2"),
        (Mark("fail", 1.5, "fail", judged=True, now=1), "1/2, best 1.5/2"),
        (Mark("fail", 1.5, "not started", judged=True, now=0), "not started, best 1.5/2"),
        (Mark("pass", 2, "not started", judged=True, now=0), "not started, solved before"),
        (Mark("pass", 2, "fail", judged=True, now=1), "1/2, solved before"),
        (Mark("pass", 2, "pass", judged=True, now=2), "2/2"),
    ],
)
def test_the_list_says_what_the_file_is_now_and_was_at_best(
    mark: Mark, stands: str, three: Course
) -> None:
    page = list_page(three.katas, {"first/greet": mark}, Paper(), MAKE)
    row = next(row for row in page.splitlines() if "greet" in row)
    assert row.endswith(f"  {stands}")
