"""The page of `progress`: points by chapter, what each kata took, what was lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.catalog import Course
from grader.marks import Mark
from grader.report.advice import Advice
from grader.report.paper import Paper
from grader.report.progress import progress_page

TODAY = "2026-11-23"


@pytest.fixture
def page(starred):
    def show(marks, **paper):
        return progress_page(starred.katas, marks, Paper(**paper), Advice())

    return show


def marks_of(course, *marks):
    return dict(zip((kata.id for kata in course.katas), marks, strict=False))


def test_points_by_chapter_attempts_hints_and_days(page, starred):
    first, second, *_ = starred.katas
    solved = Mark("pass", first.points, "pass", 2, True, first.points, 3, TODAY)
    tried = Mark("fail", 1.5, "fail", 0, True, 1.5, 12)
    rows = page(marks_of(starred, solved, tried)).splitlines()
    assert any(f" {first.points}/" in row and "[##" in row for row in rows)
    assert f"✓ {first.number} {first.slug}" in "\n".join(rows)
    (line,) = [row for row in rows if first.slug in row]
    assert line.split()[-3:] == ["3", "2", TODAY]
    (line,) = [row for row in rows if second.slug in row]
    assert line.split()[-3:] == ["12", "0", "-"]


def test_stretch_katas_stand_beside_the_points(page, starred):
    assert "★ stretch 0/1" in page({})
    assert "* stretch 0/1" in page({}, encoding="ascii")


def test_what_is_not_solved_any_more_is_named(page, starred):
    kata = starred.katas[0]
    lost = Mark("pass", 5, "fail", 0, True, 0, 2, TODAY)
    assert f"{kata.number} {kata.slug} was solved on {TODAY} and fails now." in page(
        marks_of(starred, lost)
    )
    assert "was solved" not in page({})


@pytest.mark.parametrize("paper", [{}, {"colour": True}, {"encoding": "ascii"}, {"width": 60}])
def test_it_fits_the_paper(page, paper):
    for row in page({}, **{**paper, "colour": False}).splitlines():
        assert len(row) <= paper.get("width", 80)


def test_where_columns_are_few_the_bars_make_room():
    katas = Course(Path(__file__).parents[3]).katas
    wide, narrow = (
        progress_page(katas, {}, Paper(width=width), Advice()).splitlines() for width in (80, 60)
    )
    assert max(map(len, narrow)) <= 60
    assert len(narrow) == len(wide)
    assert "[....................]" in wide[0] and "[....]" in narrow[0]
