"""Times, values and errors as short text."""

import pytest

from grader.encoding import Ended, Thing
from grader.judge.wording import VALUE_WIDTH, amount, error_text, number, plain, seconds
from grader.run import Error


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (1.0, "1"),
        (0.25, "0.25"),
        (2.25, "2.25"),
        (100.0, "100"),
        (0.000001, "0.000001"),
        (-1e-9, "0"),
    ],
)
def test_a_number_has_no_needless_digits(value, text):
    assert number(value) == text


def test_virtual_time_has_its_unit():
    assert [seconds(value) for value in (1, 2.25, 0)] == ["1 s", "2.25 s", "0 s"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1, "1 s"),
        ([0.25, 1], "0.25, 1 s"),
        ("at most 3 at once", "at most 3 at once"),
        (True, "True"),
        ([], "nothing"),
        (["a", 1.5], "['a', 1.5]"),
    ],
)
def test_timed_numbers_read_as_seconds_and_nothing_else_does(value, text):
    assert amount(value, timed=True) == text


def test_counts_have_no_unit():
    assert amount(3, timed=False) == "3"
    assert amount([1, 2], timed=False) == "[1, 2]"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Thing("coroutine object", "sleep"), "a coroutine object (sleep)"),
        ([Thing("Task")], "[a Task]"),
        ((1,), "(1,)"),
        ({"a": Error("ValueError", "boom")}, "{'a': ValueError: boom}"),
        (Ended(b"x"), "b'x'"),
        (Ended(error=Error("KeyError", "'x'")), "KeyError: 'x'"),
        (None, "None"),
        ({"c", "a", "b"}, "{'a', 'b', 'c'}"),
        (set(), "set()"),
    ],
)
def test_values_read_as_a_learner_writes_them(value, text):
    assert plain(value) == text


def test_a_group_names_its_members():
    group = Error("ExceptionGroup", "two", inner=(Error("ValueError", "a"), Error("OSError", "")))
    assert error_text(group) == "ExceptionGroup: two (ValueError: a; OSError)"


def test_the_address_of_an_object_is_left_out():
    error = Error("RuntimeError", "<Semaphore object at 0x7f7ef054d950 [locked]> is bound")
    assert error_text(error) == "RuntimeError: <Semaphore object [locked]> is bound"


def test_long_values_are_cut():
    assert len(amount("x" * 1_000, timed=False)) == VALUE_WIDTH
    assert amount(list(range(1_000)), timed=False).endswith("...")
