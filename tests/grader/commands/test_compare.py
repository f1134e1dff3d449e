"""`solution` and `diff`: free once solved, behind a yes before."""

from __future__ import annotations

import pytest

from grader.marks import Outcome
from grader.progress import Progress

REFERENCE = '"""Greet."""\n\n\nasync def greet(number: int) -> int:\n    return number\n'
VARIANT = '"""With a name for it.\n\nAnd more."""\n\n\nasync def greet(x): return x\n'


@pytest.fixture
def answers(katas):
    kata = katas.course.katas[0]
    folder = katas.course.root / kata.reference.parent
    (folder / "variants").mkdir(parents=True)
    (katas.course.root / kata.reference).write_text(REFERENCE)
    (folder / "variants" / "named.py").write_text(VARIANT)
    return kata


def solve(katas):
    kata = katas.course.katas[0]
    Progress(katas.course.root).record([Outcome(kata.id, "pass", kata.points)])


def test_once_solved_the_reference_is_shown_with_what_others_teach(katas, answers):
    solve(katas)
    result = katas("solution", "greet")
    assert (result.code, result.err) == (0, "")
    assert REFERENCE in result.out
    assert "  named\n      With a name for it.\n" in result.out
    assert "And more" not in result.out
    assert katas("solution", "greet", "--variant", "named").out.endswith(VARIANT)


@pytest.mark.parametrize("command", ["solution", "diff"])
def test_before_that_nothing_is_shown_without_a_yes(katas, answers, command):
    result = katas(command, "greet")
    assert (result.code, result.out) == (2, "")
    told = f"`katas {command} greet --yes` shows the solution all the same."
    assert result.err == f"first/greet is not solved yet. {told}\n"
    assert katas(command, "greet", "--yes").code == 0


@pytest.mark.parametrize(("said", "shown"), [("y\n", True), ("Yes\n", True), ("\n", False)])
def test_at_a_terminal_somebody_is_asked(katas, answers, said, shown):
    result = katas("solution", "greet", terminal=True, stdin=said)
    assert result.err.startswith("first/greet is not solved yet. Show the solution all the same?")
    assert ("return" in result.out) is shown
    assert result.code == 0
    assert ("Nothing is shown. `katas hint greet` gives the next hint." in result.err) is not shown


def test_a_solution_that_was_solved_once_stays_open(katas, answers):
    solve(katas)
    Progress(katas.course.root).record([Outcome(answers.id, "fail", 0)])
    assert katas("solution", "greet").code == 0


def test_the_difference_shows_what_the_reference_does_otherwise(katas, answers):
    solve(katas)
    out = katas("diff", "greet").out
    assert "+    return number\n" in out
    assert "-    raise NotImplementedError  # TODO: write it\n" in out
    (katas.course.root / answers.stub).write_text(REFERENCE)
    assert katas("diff", "greet").out == "Your file is the reference, line by line.\n"


def test_with_colour_it_is_the_same_text(katas, answers):
    solve(katas)
    coloured = katas("solution", "greet", terminal=True).out
    assert "\x1b[" in coloured


def test_what_is_not_there_is_one_line(katas, answers):
    solve(katas)
    result = katas("solution", "greet", "--variant", "nothing")
    assert (result.code, result.out) == (2, "")
    assert result.err == ("--variant nothing: first/greet has no such one. There are: named.\n")
    (katas.course.root / answers.reference).unlink()
    assert katas("diff", "greet").err.endswith("this course was handed out without it.\n")


def test_who_ends_the_input_instead_of_answering_is_shown_nothing(katas, answers):
    result = katas("diff", "greet", terminal=True, environ={"TERM": "dumb"})
    assert (result.code, result.out) == (0, "")
    assert "[y/N] \nNothing is shown." in result.err


def test_a_file_in_another_encoding_is_not_compared_and_one_with_a_mark_is(katas, answers):
    solve(katas)
    mine = katas.course.root / answers.stub
    mine.write_text(REFERENCE, encoding="utf-16")
    result = katas("diff", "greet")
    assert (result.code, result.out) == (2, "")
    assert result.err == "greet.py is not UTF-8 text. Save it as UTF-8.\n"
    mine.write_text(REFERENCE, encoding="utf-8-sig", newline="\r\n")
    assert katas("diff", "greet").out == "Your file is the reference, line by line.\n"
