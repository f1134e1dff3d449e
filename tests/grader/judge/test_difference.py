"""The earliest moment at which two timelines part, in words."""

from __future__ import annotations

import pytest

from grader.judge.difference import difference
from grader.verdict import Bar

A, B = Bar("a", 0, 1), Bar("b", 0, 2)


def said(yours, right):
    """Return the words for a difference that is there."""
    found = difference(yours, right)
    assert found is not None
    return found.said


def test_equal_timelines_do_not_part_whatever_the_order_of_their_bars():
    assert difference([A, B], [B, A]) is None


def test_what_begins_too_late_is_said_with_both_times():
    assert said([A, Bar("b", 1, 3)], [A, B]) == (
        "at 0 s a right answer begins `b`; yours does so at 1 s"
    )


def test_what_begins_too_early_is_said_with_both_times():
    assert said([A, B], [A, Bar("b", 1.5, 3.5)]) == (
        "at 0 s yours begins `b`; a right answer does so at 1.5 s"
    )


def test_of_several_that_come_later_the_next_one_counts():
    yours = [Bar("a", 2, 3), Bar("a", 1, 3)]
    assert said(yours, [Bar("a", 0, 3)]) == (
        "at 0 s a right answer begins `a`; yours does so at 1 s"
    )


def test_what_never_begins_is_said_so():
    assert said([A], [A, B]) == "at 0 s a right answer begins `b`; yours never does"
    assert said([A, B], [A]) == "at 0 s yours begins `b`; a right answer never does"


def test_what_was_made_and_never_started_has_not_begun():
    yours = [A, Bar("b", 0, 0, "never started")]
    assert said(yours, [A, B]) == "at 0 s a right answer begins `b`; yours never does"


def test_several_at_once_are_counted_and_the_first_drawn_is_named():
    late = [Bar(name, 1, 2) for name in "zyx"]
    right = [Bar(name, 0, 1) for name in "zyx"]
    assert said(late, right) == "at 0 s a right answer begins `z` and 2 more; yours does so at 1 s"


def test_one_that_comes_twice_is_missed_once():
    found = difference([A], [A, A])
    assert found is not None
    assert found.events == 2


@pytest.mark.parametrize(
    ("yours", "right", "told"),
    [
        (Bar("a", 0, 3), A, "at 1 s `a` ends in a right answer; in yours it goes on until 3 s"),
        (A, Bar("a", 0, 3), "at 1 s `a` ends in yours; in a right answer it goes on until 3 s"),
        (
            Bar("a", 0, None, "still running"),
            Bar("a", 0, 1, "cancelled"),
            "at 1 s `a` ends (cancelled) in a right answer; in yours it has no end",
        ),
        (
            Bar("a", 0, 1, "ValueError: no"),
            A,
            "at 1 s `a` ends in a right answer; in yours it ends (ValueError: no)",
        ),
    ],
)
def test_an_end_is_said_with_how_and_when(yours, right, told):
    assert said([yours], [right]) == told


def test_several_ends_have_a_verb_of_their_own():
    yours = [Bar("a", 0, 2), Bar("b", 0, 2)]
    right = [Bar("a", 0, 1), Bar("b", 0, 1)]
    assert said(yours, right) == (
        "at 1 s `a` and 1 more end in a right answer; in yours `a` goes on until 2 s"
    )


def test_a_blocked_loop_comes_before_all_that_follows_from_it():
    yours = [Bar("a", 0, 1), Bar("b", 1, 3), Bar("loop blocked", 0, 3, "time.sleep")]
    assert said(yours, [A, B]) == (
        "at 0 s yours blocks the loop (time.sleep); a right answer does not"
    )


def test_a_blocked_loop_is_told_for_what_the_right_answer_does_then():
    block = Bar("loop blocked", 0, 1, "time.sleep")
    assert said([block], [Bar("loop blocked", 0, 1, "a lock")]) == (
        "at 0 s yours blocks the loop (time.sleep); a right answer does so, too (a lock)"
    )
    assert said([block], [Bar("loop blocked", 2, 3, "time.sleep")]) == (
        "at 0 s yours blocks the loop (time.sleep); a right answer does so at 2 s"
    )
    assert said([], [block]) == (
        "at 0 s a right answer blocks the loop (time.sleep); yours does not"
    )


def test_a_loop_that_is_blocked_in_both_is_free_again_at_different_moments():
    short, long = (Bar("loop blocked", 0, end, "time.sleep") for end in (1, 2))
    assert said([short], [long]) == (
        "at 1 s `loop blocked` ends (time.sleep) in yours; in a right answer it goes on until 2 s"
    )


@pytest.mark.parametrize("second", [A, Bar("a", 1, 2)])
def test_what_comes_once_more_is_not_said_to_come_never(second):
    assert said([A, second], [A]).endswith(" yours begins another `a`; a right answer does not")


def test_the_right_answer_can_have_another_name():
    found = difference([A], [A, B], "the reference")
    assert found is not None
    assert found.said == "at 0 s the reference begins `b`; yours never does"


def test_the_earliest_moment_counts_and_not_the_first_bar():
    found = difference([Bar("a", 0, 5), Bar("b", 2, 4)], [Bar("a", 0, 6), Bar("b", 3, 4)])
    assert found is not None
    assert found.at == 2


def test_what_is_folded_in_the_picture_has_no_name():
    yours, right = [Bar("... 4 more", 1, 2)], [Bar("... 4 more", 0, 2)]
    assert said(yours, right) == (
        "at 0 s a right answer begins others that are not drawn; yours does so at 1 s"
    )
