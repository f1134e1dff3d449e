"""An answer is read kindly, and compared with what happened."""

from __future__ import annotations

import pytest

from grader.errors import UsageError
from grader.guess import Facts, Guess, facts_of, finishes_of, order_of
from grader.run import Printed, Run, Trouble

FACTS = Facts(("begin", "quick", "all"), 2.5)


@pytest.mark.parametrize("text", ["2.5", "2,5", " 2.50 s\n", "2.5s", "2.5 seconds"])
def test_seconds_may_be_typed_in_many_ways(text):
    assert finishes_of(text) == 2.5


def test_a_program_may_never_end():
    stuck = facts_of(Run("", makespan=1, trouble=Trouble("deadlock", "Deadlock.")))
    assert Guess(finishes_of("Never")).time_is_right(stuck)
    assert not Guess(1.0).time_is_right(stuck)
    assert not Guess("never").time_is_right(FACTS)


@pytest.mark.parametrize("text", ["", "soon", "-1", "1e3", "1.2.3", "nan", "²"])
def test_what_is_no_time_is_refused_with_an_example(text):
    with pytest.raises(UsageError, match="Type one like"):
        finishes_of(text)


def test_lines_are_lettered_by_their_text_which_tells_nothing():
    assert FACTS.lettered == ("all", "begin", "quick")
    assert FACTS.order == "BCA"


@pytest.mark.parametrize("text", ["BCA", "bca", " b, c , a\n", "B-C-A", "b>c>a", "B;C;A."])
def test_letters_may_be_typed_in_many_ways(text):
    assert order_of(text, FACTS.lettered) == "BCA"
    assert Guess(order=order_of(text, FACTS.lettered)).order_is_right(FACTS)


@pytest.mark.parametrize("text", ["AB", "ABCD", "AAB", "1 2 3", ""])
def test_what_is_not_each_letter_once_is_refused(text):
    with pytest.raises(UsageError, match=r"Type each of A to C once, like BAC\."):
        order_of(text, FACTS.lettered)


def test_what_is_skipped_is_not_right():
    assert not Guess().time_is_right(FACTS) and not Guess().order_is_right(FACTS)


def test_a_third_of_a_second_is_near_enough():
    assert Guess(0.333).time_is_right(Facts((), 1 / 3))
    assert not Guess(0.33).time_is_right(Facts((), 1 / 3))


def test_equal_lines_may_change_places():
    twice = facts_of(Run("", printed=(Printed(0, "a"), Printed(1, "b"), Printed(2, "a"))))
    assert Guess(order="ACB").order_is_right(twice) and Guess(order="BCA").order_is_right(twice)
