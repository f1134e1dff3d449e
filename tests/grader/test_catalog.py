"""Katas are found on disk and named in whatever way a learner types."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader.catalog import Course, UnknownKataError, find_course
from grader.errors import CourseError, UsageError

COURSE = find_course(Path(__file__).parent)
TOY = Path(__file__).parents[1] / "courses" / "toy"


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(TOY, tmp_path / "toy")
    return Course(tmp_path / "toy")


def test_katas_come_in_the_order_of_their_numbers():
    numbers = [kata.number for kata in COURSE.katas]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == len(numbers) >= 10


@pytest.mark.parametrize(
    "name",
    [
        "semaphore/limit_three", "limit_three", "0601",
        "exercises/06_semaphore/01_limit_three/limit_three.py",
        "exercises/06_semaphore/01_limit_three/",
    ],
)  # fmt: skip
def test_a_kata_has_many_names(name, monkeypatch):
    monkeypatch.chdir(COURSE.root)
    assert COURSE.find(name).id == "semaphore/limit_three"


@pytest.mark.parametrize("name", ["limit_tree", "limit-three", "semaphore/limit", "Limit_Three"])
def test_a_slip_is_met_with_the_near_name(name):
    with pytest.raises(UsageError, match="semaphore/limit_three"):
        COURSE.find(name)


def test_nonsense_comes_near_to_nothing():
    with pytest.raises(UnknownKataError) as caught:
        COURSE.find("xxxxxxxx")
    assert not caught.value.has_near


def test_a_kata_whose_folder_is_gone_is_known_by_its_suite_and_its_solution(tmp_path):
    for path in (
        "tests/suites/01_a/test_b.py",
        "solutions/01_a/02_c/c.py",
        "tests/suites/01_a/test_c.py",
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    assert Course(tmp_path).lost() == ("01_a/*_b", "01_a/02_c")
    assert COURSE.lost() == ()


def test_every_path_of_a_kata_follows_from_its_folder():
    kata = COURSE.find("0601")
    for path in (kata.stub, kata.readme, kata.reference, kata.suite):
        assert (COURSE.root / path).is_file()
    assert kata.title and kata.chapter_title
    assert len(kata.hints) == 3


def test_a_course_is_found_from_anywhere_inside(tmp_path):
    assert find_course(COURSE.root / "exercises" / "06_semaphore").root == COURSE.root
    with pytest.raises(UsageError, match="No course"):
        find_course(tmp_path)


@pytest.mark.parametrize("text", ["points = 'many'", "points = 0", "points =", "points = true"])
def test_settings_that_make_no_sense_name_their_file(copy, text):
    kata = copy.katas[0]
    (copy.root / "exercises" / kata.folder / "kata.toml").write_text(text)
    with pytest.raises(CourseError, match=r"kata\.toml"):
        _ = Course(copy.root).katas[0].points


def test_a_folder_without_a_number_is_named(copy):
    (copy.root / "exercises" / "toys" / "one").mkdir(parents=True)
    (copy.root / "exercises" / "toys" / "one" / "kata.toml").write_text("points = 1")
    with pytest.raises(CourseError, match="toys"):
        _ = copy.katas
