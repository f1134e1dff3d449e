"""Programs to predict are found by their folders, and named by themselves or their chapter."""

from __future__ import annotations

import pytest

from grader.errors import CourseError, UsageError
from grader.puzzles import named, puzzles

TOML = 'title = "A title"\nabout = "About it."\nafter = "So it is."\n'


@pytest.fixture
def root(tmp_path):
    for path in ("02_await/predict/b.py", "02_await/predict/01_a.py", "10_more/predict/c.py"):
        file = tmp_path / "exercises" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("print(1)\n")
        file.with_suffix(".toml").write_text(TOML)
    return tmp_path


def test_they_come_by_chapter_and_file_name_and_are_called_without_its_number(root):
    assert [puzzle.id for puzzle in puzzles(root)] == ["await/a", "await/b", "more/c"]


def test_what_is_said_stands_beside_the_program(root):
    puzzle = puzzles(root)[0]
    assert (puzzle.title, puzzle.about, puzzle.after) == ("A title", "About it.", "So it is.")
    assert puzzle.source == "print(1)\n"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("a", ["await/a"]),
        ("01_a", ["await/a"]),
        ("more/c", ["more/c"]),
        ("b.py", ["await/b"]),
        ("2", ["await/a", "await/b"]),
        ("02", ["await/a", "await/b"]),
        ("await", ["await/a", "await/b"]),
        ("10_more", ["more/c"]),
    ],
)
def test_a_name_means_a_program_or_a_chapter(root, name, found):
    assert [puzzle.id for puzzle in named(puzzles(root), name)] == found


def test_a_path_names_its_program(root, monkeypatch):
    monkeypatch.chdir(root)
    (puzzle,) = named(puzzles(root), "exercises/02_await/predict/b.py")
    assert puzzle.id == "await/b"


def test_an_unknown_name_says_where_there_are_some(root):
    with pytest.raises(UsageError, match=r"'x' to predict. There are some in 02_await, 10_more\."):
        named(puzzles(root), "x")


@pytest.mark.parametrize("text", ["title = 3", "title = ''", "title", ""])
def test_what_is_missing_beside_it_is_the_courses_fault(root, text):
    puzzle = puzzles(root)[0]
    (root / puzzle.settings).write_text(text)
    with pytest.raises(CourseError, match=r"01_a\.toml"):
        _ = puzzle.title
