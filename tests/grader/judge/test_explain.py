"""The words for a failed assertion."""

from grader.judge.explain import Notebook, explanation, message_of
from grader.judge.finding import CheckFailed, Finding
from grader.run import Call, Run, Where


def spied(start, end):
    return Call("fetch", (), {}, start, start, end, "returned")


RUN = Run("s", makespan=4.0, calls=(spied(0.0, 3.0), spied(3.0, 4.0)))


def test_a_makespan_shows_its_arithmetic():
    finding = explanation(RUN, 3, "3 + 0", because="the batch waits for its slowest")
    assert finding.lines() == [
        "expected  3 s = 3 + 0",
        "got       4 s = 3 + 1",
        "because   the batch waits for its slowest",
    ]
    assert finding.message == (
        "Expected 3 s = 3 + 0, got 4 s = 3 + 1: the batch waits for its slowest."
    )


def test_a_makespan_without_arithmetic_stands_alone():
    assert explanation(Run("s", makespan=0.0), 1.5).message == "Expected 1.5 s, got 0 s."


def test_floats_are_times_and_ints_are_counts():
    assert explanation(RUN, 1, got=0.25).message == "Expected 1 s, got 0.25 s."
    assert explanation(RUN, 3, got=6).message == "Expected 3, got 6."
    assert explanation(RUN, [1, 2], got=[1.0, 2.5]).message == "Expected 1, 2 s, got 1, 2.5 s."


def test_times_that_never_came_are_nothing():
    assert explanation(RUN, [0.25, 0.5], got=[]).message == "Expected 0.25, 0.5 s, got nothing."
    assert explanation(RUN, ["a"], got=[]).message == "Expected ['a'], got []."


def test_text_stands_as_it_is():
    assert explanation(RUN, "hello, ada", got="hello, bob").message == (
        "Expected hello, ada, got hello, bob."
    )


def test_a_full_stop_of_an_error_does_not_meet_a_colon():
    told = explanation(RUN, "two", got="ValueError: No.", because="it is so").message
    assert told == "Expected two, got ValueError: No: it is so."
    told = explanation(RUN, "two", got="Wait ...", because="it is so").message
    assert told == "Expected two, got Wait ...: it is so."


def test_none_is_an_answer():
    assert explanation(RUN, "hello, ada", got=None).got == "None"


def test_a_place_is_kept():
    where = Where("limit_three.py", 14)
    finding = explanation(RUN, 3, where=where)
    assert finding.lines()[-1] == "where     limit_three.py:14"


def test_pytests_own_words_are_cut_off():
    assert message_of(AssertionError("too late\nassert 4 == 1\n +  where 4 = x")) == "too late"
    assert message_of(AssertionError("assert 4 == 1")) == ""
    assert message_of(AssertionError()) == ""
    assert message_of(AssertionError("a\n  b")) == "a b"


def test_an_explanation_counts_only_for_the_assertion_that_shows_it():
    notebook = Notebook()
    notebook.finding = explanation(RUN, 3)
    shown = AssertionError(f"{notebook.finding.message}\nassert 4 == 3")
    assert notebook.finding_for(shown) is notebook.finding
    assert notebook.finding_for(AssertionError("another")) == Finding("another")


def test_a_failure_of_the_judge_brings_its_own_words():
    finding = Finding("The task was still running.")
    assert Notebook().finding_for(CheckFailed(finding)) is finding
