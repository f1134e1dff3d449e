"""A default for the errors that are listed; results, other errors and cancels go through."""

from grader.run import Error
from grader.suite import Draw, catches, scenario

FREE = {
    "cancel_comes_out": "cancel_counts_as_a_failure catches_everything returns_in_finally",
    "everything_awaited": "forgets_the_await",
    "nothing_left_running": "looks_now_and_then shields_op waits_beside_the_task",
}

LISTED = (LookupError, ArithmeticError, TimeoutError)
RECORD = "what went wrong last night"
RESULTS = (0, "", None, False, [])  # all of them count as false
MINUTES = 120.0
NAMESAKE = type("TimeoutError", (ValueError,), {})  # of a listed kind, which it is not


def plan(draw: Draw, low: float = 2.25) -> tuple[str, str, float]:
    """Draw a result, a default, and how long op takes: longer than in the example."""
    result, default = draw.names(2)
    return result, default, draw.seconds(1, low=low, high=low + 2)[0]


@scenario
async def op_works(kata, draw, work, attempt):
    result, default, wait = plan(draw)
    return await attempt(kata.or_default(work("op", wait, gives=result), default, LISTED))


@scenario(schedules=1)
async def op_is_slow(kata, draw, work, attempt):
    result, default, wait = plan(draw, MINUTES)
    return await attempt(kata.or_default(work("op", wait, gives=result), default, LISTED))


@scenario
async def results_that_count_as_false(kata, draw, work):
    _, default, wait = plan(draw)
    ops = [work("op", wait, gives=result) for result in RESULTS]
    return [await kata.or_default(op, default, LISTED) for op in ops]


@scenario
async def an_error_is_returned(kata, draw, work, failure):
    _, default, wait = plan(draw)
    record = failure(RECORD, LookupError)
    return await kata.or_default(work("op", wait, gives=record), default, LISTED)


@scenario
async def first_kind(kata, draw, work, attempt, failure):
    _, default, wait = plan(draw)
    op = work("op", wait, fails=failure("no such city", LISTED[0]))
    return await attempt(kata.or_default(op, default, LISTED))


@scenario
async def any_default(kata, work, attempt, failure):
    op = work("op", 0.5, fails=failure("no such city", LookupError))
    defaults = ["a list"], failure("an exception object"), lambda: "a function"
    ended = [await attempt(kata.or_default(op, each, LISTED)) for each in defaults]
    return [end.value is each for end, each in zip(ended, defaults, strict=True)]


@scenario
async def last_kind(kata, draw, work, attempt, failure):
    _, default, wait = plan(draw)
    op = work("op", wait, fails=failure("no answer", LISTED[-1]))
    return await attempt(kata.or_default(op, default, LISTED))


@scenario
async def derived_kind(kata, draw, work, attempt, failure):
    _, default, wait = plan(draw)
    op = work("op", wait, fails=failure("no stations to divide by", ZeroDivisionError))
    return await attempt(kata.or_default(op, default, LISTED))


@scenario
async def unlisted_kind(kata, draw, work, attempt, failure):
    _, default, wait = plan(draw)
    bug = failure("a bug in op", NAMESAKE)
    bug.__cause__ = failure("no such city", LookupError)
    op = work("op", wait, fails=bug)
    return await attempt(kata.or_default(op, default, LISTED))


@scenario
async def empty_list(kata, draw, work, attempt, failure):
    _, default, wait = plan(draw)
    op = work("op", wait, fails=failure("nobody listed me", TimeoutError))
    return await attempt(kata.or_default(op, default, ()))


@scenario
async def cancelled(kata, draw, work, sweep):
    result, default, wait = plan(draw)
    await sweep(kata.or_default(work("op", wait, gives=result), default, (Exception,)))


def shown(value):
    """Return a value as a learner would write it."""
    return repr(value) if isinstance(value, str) else value


@catches("forgets_the_await limits_the_time")
def test_a_result_is_handed_back(op_works):
    """When op works, its result is yours."""
    result, _, _ = plan(op_works.draw)
    op_works.gives(result)


@catches(
    "calls_op_to_try_it_out forgets_the_await gives_up_on_slow_ones limits_the_time"
    " looks_now_and_then pauses_before_the_default tries_again"
)
def test_it_takes_as_long_as_op(op_works, op_is_slow, first_kind):
    """It takes as long as op takes, be it minutes, also when op fails."""
    late, early = "one call of op is over by then", "op was not over yet"
    for run, low in ((op_works, 2.25), (op_is_slow, MINUTES), (first_kind, 2.25)):
        _, _, wait = plan(run.draw, low)
        run.takes(wait, "op", early=early, late=late)


@catches("calls_op_to_try_it_out tries_again")
def test_op_is_called_once(op_works, first_kind):
    """op is called once, whether it works or fails."""
    for run, what in ((op_works, "works"), (first_kind, "fails")):
        run.expect(len(run.calls("op")), 1, because=f"here op {what}, and this counts its calls")


@catches("default_for_none default_for_whatever_is_false forgets_the_await limits_the_time")
def test_any_result_counts(results_that_count_as_false):
    """0, an empty text, None, False and an empty list are results like any other."""
    for got, expected in zip(results_that_count_as_false.value, RESULTS, strict=True):
        same = got == expected and type(got) is type(expected)
        why = f"here op gives {expected!r}, and does not fail"
        told = results_that_count_as_false.explain(repr(expected), got=shown(got), because=why)
        assert same, told


@catches("errors_among_the_results forgets_the_await limits_the_time")
def test_an_error_that_is_returned_is_a_result(an_error_is_returned):
    """An exception object that op returns is a result: nothing was raised."""
    got = an_error_is_returned.value
    same = isinstance(got, Error) and RECORD in got.marks
    why = "here op returns the exception object, and raises nothing"
    assert same, an_error_is_returned.explain(f"LookupError: {RECORD}", got=shown(got), because=why)


@catches(
    "await_outside_the_try forgets_the_await no_guard nothing_after_suppress"
    " task_made_inside_the_try visible_example"
)
def test_default_for_a_listed_error(first_kind):
    """When op fails with a listed error, you get the default."""
    _, default, _ = plan(first_kind.draw)
    first_kind.gives(default, because="LookupError is the first of the kinds that are listed")


@catches(
    "await_outside_the_try calls_the_default forgets_the_await hands_back_a_copy no_guard"
    " nothing_after_suppress raises_the_default task_made_inside_the_try visible_example"
)
def test_the_default_is_what_was_given(any_default):
    """The default is handed back as it was given, whatever it is."""
    kinds = ("a list", "an exception object", "a function")
    for kind, same in zip(kinds, any_default.value, strict=True):
        told = any_default.explain(f"the very object that was given, {kind}", got="something else")
        assert same, told


@catches(
    "await_outside_the_try first_kind_only forgets_the_await no_guard nothing_after_suppress"
    " task_made_inside_the_try visible_example"
)
def test_each_listed_kind_counts(last_kind):
    """It does not matter where in `errors` the kind stands."""
    _, default, _ = plan(last_kind.draw)
    last_kind.gives(default, because="TimeoutError is the last of the kinds that are listed")


@catches(
    "await_outside_the_try exact_kinds_only first_kind_only forgets_the_await no_guard"
    " nothing_after_suppress task_made_inside_the_try visible_example"
)
def test_subclasses_count(derived_kind):
    """An error of a subclass counts as one of the listed kind."""
    _, default, _ = plan(derived_kind.draw)
    why = "every ZeroDivisionError is an ArithmeticError, and that is listed"
    derived_kind.gives(default, because=why)


@catches(
    "catches_every_exception catches_everything compares_names forgets_the_await group_comes_out"
    " limits_the_time looks_at_the_cause prints_unexpected_errors raises_another_error"
    " returns_in_finally returns_other_errors"
)
def test_other_errors_come_out(unlisted_kind):
    """An error that is not listed comes out: itself, and not in a group."""
    why = "neither its class nor a base class is listed; its name and its cause do not count"
    unlisted_kind.raises("a bug in op", because=why, alone=True)


@catches(
    "catches_every_exception catches_everything first_kind_only forgets_the_await group_comes_out"
    " limits_the_time prints_unexpected_errors raises_another_error returns_in_finally"
    " returns_other_errors timeouts_always_count visible_example"
)
def test_with_nothing_listed_all_errors_come_out(empty_list):
    """When `errors` is empty, every error comes out."""
    empty_list.raises("nobody listed me", because="nothing is listed here", alone=True)
