"""The arithmetic of a makespan."""

from itertools import pairwise

from grader.judge.arithmetic import chain, sum_text
from grader.run import Blocked, Call, Exchange, Run


def call(start, end, of="spy"):
    return Call("f", (), {}, start, start, end, "returned", of=of)


def test_spans_that_follow_each_other_add_up():
    assert chain([(0, 3), (3, 4)], 4) == [3, 1]


def test_the_fewest_terms_are_chosen():
    assert chain([(0, 1), (1, 2), (2, 3), (0, 3), (3, 4)], 4) == [3, 1]


def test_a_gap_or_an_overlap_explains_nothing():
    assert chain([(0, 1), (1.5, 2)], 2) == []
    assert chain([(0, 1), (0.5, 2)], 2) == []
    assert chain([], 2) == []


def test_spans_that_take_no_time_are_no_terms():
    assert chain([(0, 0), (0, 1), (1, 1), (1, 2)], 2) == [1, 1]


def test_nothing_is_shown_for_a_single_span():
    assert sum_text(Run("s", makespan=2.0, calls=(call(0.0, 2.0),))) == ""


def test_calls_requests_and_blocking_add_up_together():
    exchange = Exchange("GET", "u", "h", 1.0, 1.0, 2.5, 2.5, 200, "answered", True)
    run = Run(
        "s",
        makespan=3.0,
        calls=(call(0.0, 1.0),),
        exchanges=(exchange,),
        blocked=(Blocked(2.5, 0.5, "time.sleep"),),
    )
    assert sum_text(run) == "1 + 1.5 + 0.5"


def test_calls_of_the_submission_count_where_nothing_else_explains():
    calls = (call(0.0, 1.0, "submission"), call(1.0, 3.0, "submission"))
    assert sum_text(Run("s", makespan=3.0, calls=calls)) == "1 + 2"


def test_a_call_that_never_ended_is_no_term():
    running = Call("f", (), {}, 0.0, 0.0, None, "running")
    assert sum_text(Run("s", makespan=3.0, calls=(running, call(0.0, 3.0)))) == ""


def test_many_equal_terms_are_counted():
    calls = tuple(call(float(at), at + 1.0) for at in range(50))
    assert sum_text(Run("s", makespan=50.0, calls=calls)) == "50 * 1"


def test_many_terms_are_cut_short():
    ends = [0.0, 1.0, 3.0, 4.0, 6.0, 7.0, 9.0, 10.0, 12.0, 13.0]
    calls = tuple(call(start, end) for start, end in pairwise(ends))
    text = sum_text(Run("s", makespan=13.0, calls=calls))
    assert text == "1 + 2 + 1 + ... + 1 (9 terms)"


def test_many_spans_at_one_time_cost_little():
    calls = tuple(call(float(at % 10), at % 10 + 1.0) for at in range(10_000))
    assert sum_text(Run("s", makespan=11.5, calls=calls)) == ""
