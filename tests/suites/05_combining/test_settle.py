"""Every job runs to its end, and each outcome is told in the order of the jobs.

Left open: clean-up of cancelled jobs, and other errors that are no Exception.
"""

import asyncio

from grader.run import Error
from grader.suite import Draw, catches, scenario

FREE = {
    "cancel_comes_out": "swallows_the_cancel",
    "no_error_lost": "jobs_outlive_a_cancel",
    "nothing_left_running": (
        "catches_only_exceptions jobs_outlive_a_cancel plain_gather shields_the_jobs"
    ),
}

FULL, GONE = "the disk is full", "the disk is gone"
MINUTES = 50  # that the jobs take of which there are many


def plan(draw: Draw) -> dict[str, float]:
    """Draw five disks and how long they take; the first one takes longest."""
    first, *others = sorted(draw.seconds(5), reverse=True)
    return dict(zip(draw.names(5), (first, *draw.shuffled(others)), strict=True))


def broken(draw: Draw) -> tuple[dict[str, float], str, str]:
    """Draw disks, the first one to end and the last one but one; these two fail."""
    waits = plan(draw)
    quick, *_, slow, _ = sorted(waits, key=lambda disk: waits[disk])
    return waits, quick, slow


def values(draw: Draw) -> dict[str, object]:
    """Draw disks and what they give, which all counts as false."""
    return dict(zip(draw.names(4), draw.shuffled([None, 0, "", False]), strict=True))


@scenario(schedules=3)
async def two_fail(kata, draw, work, attempt, failure):
    waits, quick, slow = broken(draw)
    fails = {quick: failure(FULL), slow: failure(GONE)}
    save = work("save", waits, gives=str.upper, fails=fails)
    return await attempt(kata.settle([save(disk) for disk in waits]))


@scenario
async def one_returns_an_exception(kata, draw, work, attempt, failure):
    good, warned = draw.names(2)
    given = {good: "fine", warned: failure("the cable is old")}
    save = work("save", {good: 1.5, warned: 0.5}, gives=lambda disk: given[disk])
    return await attempt(kata.settle([save(good), save(warned)]))


@scenario(schedules=3)
async def one_cancels_itself(kata, draw, work, attempt, failure):
    waits, quick, _ = broken(draw)
    fails = {quick: failure("unplugged", asyncio.CancelledError)}
    save = work("save", waits, gives=str.upper, fails=fails)
    return await attempt(kata.settle([save(disk) for disk in waits]))


@scenario(schedules=3)
async def empty_values(kata, draw, work, attempt):
    given = values(draw)
    save = work("save", 1.5, gives=lambda disk: given[disk])
    return await attempt(kata.settle([save(disk) for disk in given]))


@scenario(schedules=1, limit=1_000_000)  # one after another they would take a week
async def many_slow_jobs(kata, draw, work):
    save = work("save", MINUTES * 60.0, gives=str.upper)
    return await kata.settle([save(disk) for disk in draw.names(200)])


@scenario
async def no_jobs(kata):
    return await kata.settle([])


@scenario(schedules=1)  # where the cancels strike is what counts
async def cancelled_anywhere(kata, draw, work, failure, sweep):
    waits, quick, slow = broken(draw)
    save = work("save", waits, gives=str.upper, fails={quick: failure(FULL), slow: failure(GONE)})
    await sweep(kata.settle([save(disk) for disk in waits]))


def told(outcomes):
    """Return outcomes with each error as text; what is no list of tuples is for one check alone."""
    if isinstance(outcomes, Error):
        cancelled = outcomes.type == "CancelledError"  # any one will do
        return outcomes.type if cancelled else f"{outcomes.type}: {outcomes.message}"
    if isinstance(outcomes, list | tuple):
        return tuple(map(told, outcomes))
    return outcomes


def ended(run):
    """Return what an attempt gave, or the error that came out, with errors as text."""
    outcomes = told(run.value.error or run.value.value)
    return list(outcomes) if isinstance(outcomes, tuple) else outcomes


def kinds(outcomes) -> str:
    """Return which kinds of containers hold the outcomes: `a list of tuples`."""
    inner = sorted({type(each).__name__ for each in outcomes})
    return f"a {type(outcomes).__name__} of {' and '.join(f'{kind}s' for kind in inner)}"


def errors_in(outcomes) -> list[Error]:
    """Return the errors in pairs; anything that is no pair holds none."""
    pairs = outcomes if isinstance(outcomes, list | tuple) else []
    items = [item for pair in pairs if isinstance(pair, list | tuple) for item in pair]
    return [item for item in items if isinstance(item, Error)]


def end_of(call) -> str:
    """Return how and when a job ended: `ruma cancelled at 1.125 s`."""
    if call.ended is None:
        return f"{call.args[0]} {'not started' if call.started is None else 'still running'}"
    return f"{call.args[0]} {call.outcome} at {call.ended:g} s"


@catches(
    "errors_come_last forgets_the_return group_stops_the_others in_the_order_of_landing"
    " keeps_only_the_text leaves_out_the_failed outcomes_from_a_set plain_gather"
    " stops_at_the_first_error"
)
def test_each_outcome_has_its_place(two_fail):
    """There is a pair for each job, in the order of the jobs: how it ended, and with what."""
    waits, quick, slow = broken(two_fail.draw)
    pairs = {disk: ("ok", disk.upper()) for disk in waits}
    pairs |= {quick: ("error", f"RuntimeError: {FULL}"), slow: ("error", f"RuntimeError: {GONE}")}
    got, expected = ended(two_fail), list(pairs.values())
    moved = isinstance(got, list) and sorted(map(str, got)) == sorted(map(str, expected))
    why = "all the outcomes are there, in another order" if moved else ""
    two_fail.expect(
        got, expected, "an error came out, and no report" if isinstance(got, str) else why
    )


@catches("makes_a_new_error")
def test_the_exception_itself(two_fail):
    """What stands in a pair is the exception that the job raised, not a copy of it."""
    errors = errors_in(two_fail.value.value)
    copied = any(error.message in (FULL, GONE) and not error.mark for error in errors)
    got = "another exception with the same text" if copied else "the exception of the job"
    two_fail.expect(got, "the exception of the job")


@catches(
    "awaits_each_in_its_turn group_stops_the_others one_by_one plain_gather"
    " stops_at_the_first_error"
)
def test_all_jobs_run_together(two_fail):
    """All jobs run at the same time: it takes as long as the slowest of them."""
    waits = plan(two_fail.draw).values()
    early, late = "a job was not over yet", "jobs that wait for each other add up"
    formula = f"max({', '.join(f'{wait:g}' for wait in waits)})"
    two_fail.takes(max(waits), formula, early=early, late=late)


@catches("group_stops_the_others plain_gather stops_at_the_first_error")
def test_jobs_go_on_after_an_error(two_fail):
    """A job that fails does not keep the others from running to their end."""
    calls = two_fail.calls("save")
    stopped = [end_of(call) for call in calls if call.outcome not in ("returned", "raised")]
    waits, quick, _ = broken(two_fail.draw)
    why = f"{quick} fails at {waits[quick]:g} s, and the others take longer"
    two_fail.expect(", ".join(stopped) or "all ran to their end", "all ran to their end", why)


@catches(
    "cancelled_counts_as_ok forgets_the_return in_the_order_of_landing outcomes_from_a_set"
    " returned_or_raised"
)
def test_an_exception_that_is_returned_is_ok(one_returns_an_exception):
    """An exception that a job returns is a value, and the pair says ok."""
    expected = [("ok", "fine"), ("ok", "RuntimeError: the cable is old")]
    one_returns_an_exception.expect(ended(one_returns_an_exception), expected)


@catches(
    "asks_a_cancelled_task awaits_each_in_its_turn catches_only_exceptions"
    " group_overlooks_the_cancelled plain_gather takes_a_jobs_cancel_for_its_own"
)
def test_a_cancelled_job_does_not_end_the_report(one_cancels_itself):
    """When a job ends in CancelledError by itself, the report comes all the same."""
    got = ended(one_cancels_itself)
    why = "one job ends in CancelledError by itself, and nobody cancels you"
    one_cancels_itself.expect(got if isinstance(got, str) else "a report", "a report", why)


@catches("cancelled_left_out leaves_out_the_failed")
def test_a_cancelled_job_has_its_pair(one_cancels_itself):
    """A job that ends in CancelledError has a pair of its own, like any other."""
    waits, report = plan(one_cancels_itself.draw), ended(one_cancels_itself)
    if isinstance(report, list):  # anything else is for other checks
        one_cancels_itself.expect(f"{len(report)} pairs", f"{len(waits)} pairs")


@catches(
    "cancelled_counts_as_ok cancelled_is_a_third_word in_the_order_of_landing keeps_only_the_text"
    " outcomes_from_a_set"
)
def test_a_cancelled_job_is_an_error(one_cancels_itself):
    """A job that ends in CancelledError by itself is an error like any other."""
    waits, quick, _ = broken(one_cancels_itself.draw)
    pairs = {disk: ("ok", disk.upper()) for disk in waits} | {quick: ("error", "CancelledError")}
    got = ended(one_cancels_itself)
    if isinstance(got, list) and len(got) == len(pairs):
        one_cancels_itself.expect(got, list(pairs.values()))


@catches("empty_counts_as_failed forgets_the_return in_the_order_of_landing outcomes_from_a_set")
def test_an_empty_value_is_ok(empty_values):
    """None, 0, False and an empty text are values, and the pair says ok."""
    expected = [("ok", value) for value in values(empty_values.draw).values()]
    empty_values.expect(ended(empty_values), expected)


@catches("lists_for_pairs")
def test_a_list_of_tuples(empty_values):
    """The report is a list, and each pair in it is a tuple."""
    outcomes = empty_values.value.value
    if isinstance(outcomes, list | tuple) and outcomes:  # anything else is for other checks
        empty_values.expect(kinds(outcomes), "a list of tuples")


@catches("awaits_each_in_its_turn gives_up_after_a_while one_by_one some_at_a_time")
def test_many_jobs_run_together(many_slow_jobs):
    """All jobs run together, also when they are many, and run as long as they need."""
    early, late = "no job was over yet", "no job has to wait for another one"
    many_slow_jobs.takes(
        MINUTES * 60, f"{MINUTES} minutes each, all at once", early=early, late=late
    )


@catches("forgets_the_return waits_for_nothing")
def test_no_jobs_no_pairs(no_jobs):
    """Without jobs an empty list comes back, at once."""
    no_jobs.gives([])
    no_jobs.takes(0)


@catches("jobs_outlive_a_cancel shields_the_jobs swallows_the_cancel")
def test_a_cancel_goes_through_to_the_jobs(cancelled_anywhere):
    """When you are cancelled, the jobs that still run are cancelled at that moment."""
    cut = cancelled_anywhere.run.cut
    begun = [call for call in cancelled_anywhere.calls("save") if cut and call.started is not None]
    late = [end_of(call) for call in begun if call.ended is None or call.ended > cut.at]
    expected = f"no job runs on after {cut.at:g} s" if cut else ""
    cancelled_anywhere.expect(", ".join(late) or expected, expected)
