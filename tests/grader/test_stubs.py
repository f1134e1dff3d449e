"""Somebody pulled by hand: a stub that changed under an answer is told once."""

from __future__ import annotations

import pytest

from grader.catalog import Kata
from grader.marks import Outcome, digest_of
from grader.progress import Progress
from grader.stubs import stub_news


@pytest.fixture
def begun(katas, made):
    """All three katas are begun, each with the stub beside it."""
    for kata in katas.course.katas:
        (kata.root / kata.pristine).write_text("the stub\n")
        (kata.root / kata.stub).write_text("mine\n")
    katas.runner.answers = {kata.id: made.failing(kata) for kata in katas.course.katas}
    assert katas("check").err == ""
    return katas


def pull(*katas: Kata) -> None:
    for kata in katas:
        (kata.root / kata.pristine).write_text("the new stub\n")


def test_a_stub_that_changed_under_an_answer_is_told_once(begun) -> None:
    pull(begun.course.katas[0])
    assert begun("check").err == (
        "note: The stub of 0101 greet has changed since you began it. "
        "Your file stays as it is; .stub.py beside it is the new stub.\n"
    )
    assert begun("check").err == ""


def test_it_is_told_when_that_kata_is_checked(begun) -> None:
    pull(begun.course.katas[0])
    assert begun("check", "twice").err == ""
    assert "0101 greet" in begun("check", "greet").err


def test_several_are_one_line(begun) -> None:
    pull(*begun.course.katas)
    err = begun("check").err
    assert err.startswith("note: The stubs of 0101 greet, 0102 twice and 0201 limit_three have ch")
    assert err.count("\n") == 1


def test_other_answers_are_none_of_its_business(begun) -> None:
    pull(*begun.course.katas)
    assert begun("check", "--from", "exercises").err == ""
    assert begun("check", "--schedule", "1").err == ""
    assert "0101 greet" in begun("check").err


def test_an_untouched_answer_under_a_changed_stub_is_no_news(begun, made) -> None:
    kata = begun.course.katas[0]
    pull(kata)
    (kata.root / kata.stub).write_text("the new stub\n")
    assert begun("check").err == ""


def test_a_document_stays_a_document(begun) -> None:
    pull(begun.course.katas[0])
    result = begun("check", "--json")
    assert result.out.startswith("{")
    assert "0101 greet" in result.err


def test_what_was_told_is_told_to_nobody_again(begun) -> None:
    course = begun.course
    pull(course.katas[1])
    progress = Progress(course.root)
    assert "0102 twice" in stub_news(course.katas, progress)
    assert stub_news(course.katas, progress) == ""


def test_a_stub_that_came_back_was_not_begun(three) -> None:
    kata = three.katas[0]
    (kata.root / kata.pristine).write_text("the stub\n")
    (kata.root / kata.stub).write_text("the stub\n")
    progress = Progress(three.root)
    stub = digest_of(kata.root / kata.pristine)
    progress.record([Outcome(kata.id, "fail", 1.0, digest="mine", stub=stub)])
    progress.record([Outcome(kata.id, "fail", 0.0, not_started=True, digest=stub, stub=stub)])
    pull(kata)
    assert stub_news(three.katas, progress) == ""
