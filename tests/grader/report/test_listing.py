from __future__ import annotations

from pathlib import Path

import pytest

from grader.catalog import Course
from grader.marks import Mark
from grader.report.advice import Advice
from grader.report.listing import list_page, nothing_page
from grader.report.paper import Paper

DAY = "2026-11-20"
MAKE = Advice(make=True)
MARKS = {
    "first/greet": Mark("pass", 2, "pass", judged=True, solved_on=DAY),
    "first/twice": Mark("pass", 3, "fail", judged=True, now=1.5, solved_on=DAY),
}


def test_the_list_says_where_one_stands(three: Course, golden) -> None:
    golden("list", list_page(three.katas, MARKS, Paper(), MAKE))


@pytest.mark.parametrize("width", [30, 40])
def test_the_list_fits_a_narrow_terminal(width: int, three: Course) -> None:
    page = list_page(three.katas, MARKS, Paper(width=width), MAKE)
    assert max(map(len, page.splitlines())) <= width


@pytest.mark.parametrize(("width", "with_titles"), [(80, True), (60, False)])
def test_a_kata_has_one_row_and_its_title_only_where_all_find_room(width, with_titles) -> None:
    course = Course(Path(__file__).parents[3])
    rows = list_page(course.katas, {}, Paper(width=width), MAKE).splitlines()
    assert max(map(len, rows)) <= width
    assert len([row for row in rows if "  open  " in row and " points" in row]) == len(course.katas)
    assert any("First await" in row for row in rows) is with_titles


@pytest.mark.parametrize(
    ("mark", "stands"),
    [
        (Mark(), "open  2 points"),
        (Mark("fail", 1.5, "fail", judged=True, now=1.5), "open  1.5 of 2 points"),
        (Mark("fail", 1.5, "fail", judged=True), "open  1.5 of 2 points"),
        (Mark("fail", 1.5, "fail", judged=True, now=1), "open  1 now, 1.5 of 2 points best"),
        (
            Mark("fail", 1.5, "not started", judged=True, now=0),
            "open  not started, 1.5 of 2 points best",
        ),
        (Mark("fail", 0, "not started", judged=True, now=0), "open  2 points"),
        (Mark("pass", 2, "pass", judged=True, now=2), "done  2 of 2 points"),
    ],
)
def test_the_list_says_what_the_file_is_now_and_was_at_best(
    mark: Mark, stands: str, three: Course
) -> None:
    page = list_page(three.katas, {"first/greet": mark}, Paper(), MAKE)
    row = next(row for row in page.splitlines() if "greet" in row)
    assert row.endswith(f"  {stands}")


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        (
            Mark("pass", 2, "fail", judged=True, now=1, solved_on=DAY),
            f"was solved on {DAY} and fails",
        ),
        (Mark("pass", 2, "error", judged=True, now=0), "was solved before and fails now"),
        (
            Mark("pass", 2, "not started", judged=True, now=0, solved_on=DAY),
            f"was solved on {DAY} and is the stub again",
        ),
    ],
)
def test_what_was_solved_before_is_said_below(mark: Mark, said: str, three: Course) -> None:
    rows = list_page(three.katas, {"first/greet": mark}, Paper(), MAKE).splitlines()
    place = next(number for number, row in enumerate(rows) if "greet" in row)
    assert rows[place + 1].startswith(f"         {said}")


def test_a_part_of_the_katas_says_of_how_many_it_is(three: Course) -> None:
    page = list_page(three.katas[1:], MARKS, Paper(), MAKE, among=three.katas)
    assert "2 of 3 katas shown.  1/3 solved." in page
    assert "greet" not in page


def test_finding_nothing_names_near_words(three: Course) -> None:
    page = nothing_page(["semafore"], "", ["semaphore"], Paper(), MAKE)
    assert page == (
        "There is no kata like that with semafore.\nNear words: semaphore.\nnext      make list\n"
    )


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        ("open", "None of these katas is open: all are solved."),
        ("begun", "None of these katas is begun and not solved."),
        ("done", "None of these katas is solved yet."),
        ("", "There is no kata like that."),
    ],
)
def test_finding_nothing_without_words_says_what_that_means(standing: str, said: str) -> None:
    assert nothing_page([], standing, [], Paper(), MAKE) == f"{said}\nnext      make list\n"
