"""What it means when a check fails in some runs of a scenario only."""

from dataclasses import replace

from grader.judge.finding import Finding
from grader.judge.takes import depends, told_of
from grader.run import Call, Cut, Run, Where

AT_14 = Where("a.py", 14, "submission")


def run(seed, *ends, cut=None):
    """Return a run in which the calls of `ask` with these names ended in this order."""
    names = sorted(ends)
    calls = tuple(
        Call("ask", (name,), {}, 0.0, started=0.0, ended=1.0, ended_as=ends.index(name))
        for name in names
    )
    return Run("scene", seed, cut, calls=calls)


def test_the_call_that_has_to_end_first_is_named():
    told = depends([run(0, "a", "b", "c"), run(2, "a", "c", "b")], [run(1, "c", "b", "a")])
    assert told == (
        "it holds under 2 schedules and fails under schedule 1:"
        " it passes only when `ask('a')` happens to end before `ask('b')`"
    )


def test_a_pair_that_some_run_contradicts_is_not_named():
    told = depends([run(0, "a", "b")], [run(1, "b", "a"), run(2, "a", "b")])
    assert "only when" not in told
    assert told == (
        "it holds under asyncio's own order and fails under 2 schedules: in schedule 1 `ask('b')`"
        " happens to end before `ask('a')`, and nobody promised the other order"
    )


def test_without_calls_it_says_that_something_is_open():
    told = depends([Run("scene")], [Run("scene", 3)])
    assert told.endswith("what comes first is left open, at one and the same instant or in a set")


def test_calls_that_look_alike_are_not_told_apart():
    alike = (Call("ask", ("a",), {}, 0.0, ended=1.0, ended_as=0),) * 2
    told = depends([Run("scene", calls=alike)], [Run("scene", 1, calls=alike)])
    assert "ask" not in told


def test_what_fails_under_every_schedule_depends_on_none():
    assert depends([], [run(0, "a"), run(1, "a")]) == ""
    assert depends([run(0, "a")], []) == ""


def test_what_fails_only_when_cancelled_does_not_depend_on_the_schedule():
    assert depends([run(0, "a")], [run(0, "a", cut=Cut(1, 0.5))]) == ""


def test_what_holds_only_when_cancelled_does_not_depend_on_the_schedule_either():
    assert depends([run(0, "a", cut=Cut(1, 0.5))], [run(0, "a")]) == ""


def test_a_finding_is_told_with_its_schedule():
    assert told_of(Finding("Too late."), run(3, "a")).schedule == 3


def test_a_finding_is_told_with_its_cancel():
    told = told_of(Finding("Not closed.", because="so it is"), run(0, cut=Cut(1, 0.5, AT_14)))
    assert told.because == (
        "the experiment cancelled you at t=0.5, while a.py:14 was waiting; so it is"
    )
    assert told.where == AT_14


def test_the_line_of_a_finding_comes_before_that_of_the_cancel():
    own = Where("a.py", 3, "submission")
    assert told_of(Finding("Left.", where=own), run(0, cut=Cut(1, 0.5, AT_14))).where == own


def test_a_second_cancel_is_told_too():
    cut = Cut(1, 0.5, AT_14, second=1, second_at=2.0)
    assert told_of(Finding("Left."), run(0, cut=cut)).because == (
        "the experiment cancelled you at t=0.5, while a.py:14 was waiting,"
        " and once more at t=2, in the middle of your clean-up"
    )


def test_a_cancel_outside_the_learners_lines_is_told_without_one():
    told = told_of(Finding("Left."), run(0, cut=Cut(1, 0.0, Where("test_a.py", 3, "suite"))))
    assert told.because == "the experiment cancelled you at t=0"


def test_of_explored_orders_it_is_not_said_that_nobody_promised_them():
    explored = [replace(run(seed, *ends), explored=True) for seed, ends in ((1, "ba"), (2, "ab"))]
    told = depends([run(0, "a", "b")], explored)
    assert told.endswith("in order 1 `ask('b')` happens to end before `ask('a')`")


def test_explored_orders_are_not_called_schedules_which_could_be_run_again():
    explored = replace(run(3, "b", "a"), explored=True)
    assert told_of(Finding("Too late."), explored).schedule == 0
    assert depends([run(0, "a", "b")], [explored]) == (
        "it holds under asyncio's own order and fails under order 3:"
        " it passes only when `ask('a')` happens to end before `ask('b')`"
    )
