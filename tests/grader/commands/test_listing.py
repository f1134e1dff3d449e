from __future__ import annotations

import pytest

from grader.marks import Outcome
from grader.progress import Progress


def shown(katas, *argv: str) -> list[str]:
    """Return the slugs that `list` shows, in its order."""
    result = katas("list", *argv)
    assert (result.code, result.err) == (0, "")
    slugs = [kata.slug for kata in katas.course.katas]
    rows = [row.split() for row in result.out.splitlines()]
    return [slug for row in rows for slug in slugs if row[1:2] == [slug] or row[2:3] == [slug]]


@pytest.fixture
def tried(katas):
    """The first kata is solved, the second was tried, the third is untouched."""
    first, second, _ = katas.course.katas
    Progress(katas.course.root).record(
        [Outcome(first.id, "pass", 2.0), Outcome(second.id, "fail", 1.0)]
    )
    return katas


def test_without_words_every_kata_is_there(katas) -> None:
    assert shown(katas) == ["greet", "twice", "limit_three"]


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        (["GREET"], ["greet"]),
        (["02"], ["limit_three"]),
        (["2"], ["limit_three"]),
        (["0102"], ["twice"]),
        (["limit-three"], ["limit_three"]),
        (["most"], ["limit_three"]),  # of the title
        (["toy"], ["greet", "twice", "limit_three"]),  # a tag
        (["first", "steps"], ["greet", "twice"]),  # the chapter
        (["toy", "limits"], ["limit_three"]),
    ],
)
def test_all_words_have_to_match_somewhere(words, slugs, katas) -> None:
    assert shown(katas, *words) == slugs


@pytest.mark.parametrize(
    ("option", "slugs"),
    [("--open", ["twice", "limit_three"]), ("--done", ["greet"]), ("--begun", ["twice"])],
)
def test_it_shows_how_katas_stand(option, slugs, tried) -> None:
    assert shown(tried, option) == slugs


@pytest.mark.parametrize("name", ["2", "02", "limits", "02_limits", "Lim"])
def test_a_chapter_is_named_by_number_or_name(name, katas) -> None:
    assert shown(katas, "--chapter", name) == ["limit_three"]


def test_stretch_katas_can_be_had_alone(starred_katas) -> None:
    assert shown(starred_katas, "--stretch") == ["leap", "fly"]


def test_all_filters_hold_at_once(tried) -> None:
    result = tried("list", "--open", "--chapter", "1", "twice")
    assert "1 of 3 katas shown." in result.out
    assert "limit_three" not in result.out


def test_finding_nothing_is_no_error_and_names_what_comes_near(katas) -> None:
    result = katas("list", "twise", "greet")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("There is no kata like that with twise and greet.")
    assert "Near words: twice." in result.out


def test_a_chapter_that_is_not_there_is_wrong_use(katas) -> None:
    result = katas("list", "--chapter", "9")
    assert result.code == 2
    assert result.err == "There is no chapter '9'. Chapters: 01_first, 02_limits.\n"


def test_two_standings_at_once_are_wrong_use(katas) -> None:
    assert katas("list", "--open", "--done").code == 2
