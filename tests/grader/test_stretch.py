"""Stretch katas gate nothing: no score, no bar and no exit code knows them, and they come last."""

from __future__ import annotations

import json
import shutil

import pytest

from grader.catalog import Course
from grader.errors import CourseError
from grader.marks import Mark, Outcome, next_unsolved
from grader.progress import Progress
from grader.report.score import Score, Stretch, percent, score, stretch
from grader.runner import Runner


@pytest.fixture
def katas(starred_katas):
    return starred_katas


@pytest.fixture
def answer(katas, made):
    """Say by short name how the katas stand: `answer(walk="solved", leap="failing")`."""

    def stand(**how: str) -> None:
        for slug, kind in how.items():
            kata = katas.course.find(slug)
            katas.runner.answers[kata.id] = getattr(made, kind)(kata)

    return stand


@pytest.fixture
def remember(katas):
    def record(**how: str) -> None:
        outcomes = [Outcome(katas.course.find(slug).id, how[slug], 1) for slug in how]
        Progress(katas.course.root).record(outcomes)

    return record


CORE_DONE = {"walk": "solved", "run": "solved"}
DONE = "The course is done: every kata that counts is solved."


# The setting


def test_a_kata_is_stretch_when_its_settings_say_so(starred: Course) -> None:
    assert [kata.stretch for kata in starred.katas] == [False, True, False, True]


@pytest.mark.parametrize("value", ["1", "'yes'", "[]", "0"])
def test_only_true_and_false_say_it(value: str, starred: Course) -> None:
    kata = starred.katas[0]
    settings = (starred.root / kata.readme).with_name("kata.toml")
    settings.write_text(f"points = 1\nstretch = {value}\n")
    with pytest.raises(CourseError, match=r"kata\.toml: stretch must be true or false"):
        _ = kata.stretch


def test_a_verdict_says_that_its_kata_is_stretch(starred: Course) -> None:
    stubs = [(kata, starred.root / kata.stub) for kata in starred.katas[:2]]
    with Runner(starred, starred.katas) as runner:
        assert [each.stretch for each in runner.judge_all(stubs)] == [False, True]
        assert runner.judge(starred.katas[3], starred.root / "nowhere.py").stretch


# The score


def test_the_score_is_that_of_all_others(starred: Course, made) -> None:
    walk, leap, run, fly = starred.katas
    verdicts = [made.solved(walk), made.solved(leap), made.untouched(run), made.failing(fly)]
    assert score(verdicts) == Score(2, 5, 40)
    assert stretch(verdicts) == Stretch(1, 2, 4, 10)


def test_a_hundred_percent_need_no_stretch_kata(starred: Course, made) -> None:
    walk, leap, run, fly = starred.katas
    done = [made.solved(walk), made.untouched(leap), made.solved(run), made.failing(fly)]
    assert score(done).percent == 100


def test_a_stretch_kata_alone_holds_nobody_up(starred: Course, made) -> None:
    leap = made.failing(starred.katas[1])
    assert score([leap]) == Score(0, 0, 100)
    assert percent(leap) == 0


def test_no_stretch_kata_lifts_a_score_over_the_limit(katas, answer) -> None:
    answer(walk="solved", leap="solved", fly="solved")
    assert katas("check", "--fail-under", "40").code == 0
    assert katas("check", "--fail-under", "40.01").code == 1


def test_no_stretch_kata_pulls_a_score_below_the_limit(katas, answer) -> None:
    answer(**CORE_DONE, leap="failing")
    assert katas("check", "--fail-under", "100").code == 0
    assert katas("check", "leap", "--fail-under", "100").code == 0


def test_json_tells_the_extra_beside_the_score(katas, answer) -> None:
    answer(walk="solved", leap="solved", fly="failing")
    whole = json.loads(katas("check", "--json").out)
    assert (whole["score"], whole["points"], whole["max_points"]) == (40, 2, 5)
    assert whole["stretch"] == {"solved": 1, "katas": 2, "points": 4, "max_points": 10}
    assert [kata["stretch"] for kata in whole["katas"]] == [False, True, False, True]
    assert [kata["score"] for kata in whole["katas"]] == [100, 100, 0, 0]


# The screens


def test_a_newcomer_reads_nothing_of_stretch(katas) -> None:
    out = katas("check").out
    assert "] 0/2  score 0 %\n" in out
    assert "stretch" not in out


def test_the_bar_counts_the_others_and_the_extra_stands_apart(katas, answer) -> None:
    answer(walk="solved", leap="solved")
    out = katas("check").out
    assert "] 1/2  score 40 %   stretch 1/2, 4 points\n" in out
    assert "Solved: Walk, Leap ★ stretch." in out


def test_the_next_kata_is_one_that_counts(katas, answer) -> None:
    answer(walk="solved", leap="failing")
    out = katas("check").out
    assert "0201 Run   not started" in out
    assert "also failing: 0102 leap ★ stretch" in out


def test_then_the_course_is_done_and_what_is_left_is_offered_by_name(katas, answer) -> None:
    answer(**CORE_DONE)
    out = katas("check").out
    assert "[####################] 2/2  score 100 %   stretch 0/2\n" in out
    assert f"\n{DONE}\nWhat is left is ★ stretch, extra, beside the score: " in out
    assert "0102 leap, 0202 fly.\n" in out
    assert "0102 Leap ★ stretch   not started" in out
    assert DONE in katas("check", "--all").out


def test_a_stretch_kata_that_was_begun_comes_before_one_that_was_not(katas, answer) -> None:
    answer(**CORE_DONE, fly="failing")
    assert "0202 Fly ★ stretch   0 of 1 checks pass" in katas("check").out
    assert "for far/fly ★ stretch" in katas("hint").out


def test_all_of_them_solved_is_said(katas, answer) -> None:
    answer(**CORE_DONE, leap="solved", fly="solved")
    out = katas("check").out
    assert "stretch 2/2, 10 points" in out
    assert "Every kata is solved, the stretch ones too." in out


def test_a_stretch_kata_asked_for_alone_is_judged_like_any_other(katas, answer) -> None:
    answer(leap="failing")
    assert katas("check", "leap").out.startswith("0102 Leap ★ stretch   0 of 1 checks pass\n")
    out = katas("check", "leap", "--all").out
    assert out.startswith("stretch 0/1\n")
    assert "0/4 ★ stretch" in out
    assert DONE not in out


def test_a_foreign_tree_is_counted_in_the_same_way(katas, answer) -> None:
    shutil.copytree(katas.course.root / "exercises", katas.course.root / "handed_in")
    answer(**CORE_DONE, leap="failing")
    out = katas("check", "--from", "handed_in").out
    assert "2/2  score 100 %   stretch 0/2   of handed_in\n" in out
    assert f"{DONE}\n" in out


def test_the_list_counts_them_apart_and_marks_them(katas, remember) -> None:
    remember(walk="pass", leap="pass")
    out = katas("list").out
    assert out.count("★ stretch\n") == 2
    assert out.endswith("1/2 solved.  stretch 1/2.\nnext      katas check\n")


def test_show_and_hint_offer_a_stretch_kata_only_when_the_course_is_done(katas, remember) -> None:
    remember(walk="pass")
    assert katas("show").out.startswith("Run\n")
    assert "for far/run\n" in katas("hint").out
    remember(run="pass")
    assert katas("show").out.startswith(f"{DONE}\n")
    assert "\n\nLeap\n" in katas("show").out
    assert "\npoints    4 ★ stretch: extra, beside the score\n" in katas("show").out
    assert katas("hint").out.startswith(f"{DONE}\n")
    assert katas("hint", "leap").out.startswith("Hint 2 of 3 for near/leap ★ stretch\n")


@pytest.mark.parametrize("command", ["check", "list", "show", "hint"])
def test_where_there_is_no_star_an_asterisk_stands(command, katas, answer, remember) -> None:
    answer(**CORE_DONE)
    remember(walk="pass", run="pass")
    out = katas(command, encoding="ascii").out
    assert out.isascii()
    assert "* stretch" in out


@pytest.mark.parametrize("columns", ["40", "80"])
def test_the_screens_fit(columns, katas, answer, remember) -> None:
    answer(**CORE_DONE, leap="failing")
    remember(walk="pass", leap="pass")
    for command in (["check"], ["check", "--all"], ["list"]):
        out = katas(*command, environ={"COLUMNS": columns}).out
        assert max(map(len, out.splitlines())) <= int(columns)


# Progress


def test_what_was_solved_stays_solved(katas, answer) -> None:
    answer(**CORE_DONE, leap="solved")
    katas("check")
    answer(leap="failing")
    katas("check")
    listed = katas("list").out
    assert "open  0 of 4 points ★ stretch" in listed
    assert "fails now" in listed
    assert Progress(katas.course.root).marks()["near/leap"].status == "pass"


def test_the_next_of_the_extra_is_one_that_was_begun() -> None:
    begun = {"a": Mark(latest="pass"), "y": Mark(judged=True)}
    assert next_unsolved("a", begun, "xy") == "y"
    assert next_unsolved("a", {"a": Mark(latest="pass"), "y": Mark(hints=1)}, "xy") == "x"
    assert next_unsolved("ab", begun, "xy") == "b"


def test_the_doctor_counts_them_apart(katas) -> None:
    assert "2 katas, 5 points, and 2 stretch" in " ".join(katas("doctor").out.split())
