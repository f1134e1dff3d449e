from __future__ import annotations

from grader.catalog import Course
from grader.report.advice import Advice
from grader.report.paper import Paper
from grader.report.shelf import hint_page, show_page

MAKE = Advice(make=True)


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
    assert "There are no more hints; there is a solution.\n" in page
    assert page.endswith("    make solution KATA=greet\n")
