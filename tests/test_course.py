"""The course that is handed out is whole, and proven by running every program in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader.backups import Answer
from grader.catalog import EXERCISES, SOLUTIONS, SUITES, Course
from grader.progress import PROGRESS_FILE
from grader.verify import Prover

COURSE = Course(Path(__file__).parents[1])


def handed_out(course: Course, folder: Path) -> Course:
    """Return a course as its learners get it: a copy without answers where somebody learns here."""
    if not (course.root / PROGRESS_FILE).exists():
        return course
    for top in (EXERCISES, SOLUTIONS, SUITES):
        shutil.copytree(course.root / top, folder / top)
    copy = Course(folder)
    for kata in copy.katas:
        Answer(kata).become_stub()
    return copy


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return handed_out(COURSE, tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="module")
def prover(course):
    """Judge one answer at a time: the tests themselves run side by side."""
    with Prover(course, course.katas, count=1) as started:
        yield started


@pytest.mark.timeout(300)  # real seconds; forty programs on a machine that is busy otherwise
@pytest.mark.parametrize("kata", COURSE.katas, ids=lambda kata: kata.id)
def test_a_kata_is_whole_and_proven(kata, course, prover):
    (proof,) = prover.proofs([course.find(kata.id)])
    assert proof.problems == ()


def test_where_somebody_learns_the_course_without_their_answers_is_proven(tmp_path):
    shutil.copytree(COURSE.root / "tests/courses/sound", tmp_path / "mine")
    mine = Course(tmp_path / "mine")
    kata = mine.katas[0]
    (mine.root / kata.stub).write_text("mine")
    assert handed_out(mine, tmp_path / "copy") is mine
    (mine.root / PROGRESS_FILE).parent.mkdir()
    (mine.root / PROGRESS_FILE).touch()
    copy = handed_out(mine, tmp_path / "copy")
    assert (copy.root / kata.stub).read_bytes() == (mine.root / kata.pristine).read_bytes()
    assert (mine.root / kata.stub).read_text() == "mine"


def test_there_is_something_to_prove():
    assert len(COURSE.katas) >= 10
