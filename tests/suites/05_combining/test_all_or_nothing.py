"""All values in order, or the first error once everybody has cleaned up."""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "cancel_comes_out": (
        "cancel_hides_the_error cancels_twice cancels_without_waiting"
        " clean_up_error_hides_the_cancel finds_out_too_late group_comes_out last_error_wins"
        " one_after_another siblings_go_on swallows_the_cancel"
    ),
    "everything_awaited": "one_after_another",
    "no_error_lost": "clean_up_errors_lost",
    "nothing_left_running": (
        "cancel_hides_the_error cancels_without_waiting forgets_its_own_cancel"
        " loses_patience_with_clean_ups siblings_go_on"
    ),
}


def plan(draw):
    """Return for each of four jobs how long it works and how long it cleans up; one will fail.

    The one that fails is neither the first in the list nor the first to end. No sum of clean-ups
    is as long as the slowest clean-up, and nobody is patient enough to sleep through that one.
    """
    unit = draw.pick([0.5, 1.5])
    flight, hotel, car, train = draw.names(4)
    waits = {flight: 6 * unit, hotel: unit, car: 2 * unit, train: 5 * unit}
    return car, waits, {flight: unit, hotel: 0, car: 0, train: 24 * unit, "ferry": 0.25}


def plan_empty(draw):
    """Return values, most of which count as false, and how long each one takes."""
    values = draw.shuffled([None, 0, "", False, draw.names(1)[0]])
    return list(zip(values, draw.seconds(5), strict=True))


def bookings(work, waits, clean_ups, fails=None):
    """Return a job for each name: it gives its own name in angle brackets."""
    fails = fails or {}
    return [
        work(name, wait, gives=f"<{name}>", fails=fails.get(name), cleanup=clean_ups[name])()
        for name, wait in waits.items()
    ]


def ferry(spy, failure):
    """Return a job whose clean-up fails."""

    async def ferry():
        try:
            await asyncio.sleep(12)
        except asyncio.CancelledError:
            await asyncio.sleep(0.25)
            raise failure("no refund") from None

    return spy(ferry)()


@scenario
async def all_go_well(kata, draw, work):
    _, waits, clean_ups = plan(draw)
    return await kata.all_or_nothing(bookings(work, waits, clean_ups))


@scenario(schedules=2)
async def empty_values(kata, draw, work):
    jobs = [work("job", wait, gives=value)() for value, wait in plan_empty(draw)]
    return await kata.all_or_nothing(jobs)


@scenario
async def no_jobs(kata):
    return await kata.all_or_nothing([])


@scenario
async def one_fails(kata, draw, work, attempt, failure):
    broken, waits, clean_ups = plan(draw)
    fails = {broken: failure("no car left")}
    return await attempt(kata.all_or_nothing(bookings(work, waits, clean_ups, fails)))


@scenario
async def a_clean_up_fails(kata, draw, spy, work, attempt, failure):
    broken, waits, clean_ups = plan(draw)
    jobs = bookings(work, waits, clean_ups, {broken: failure("no car left")})
    return await attempt(kata.all_or_nothing([ferry(spy, failure), *jobs]))


@scenario(schedules=2)
async def an_error_is_returned(kata, work, attempt, failure):
    values = failure("what went wrong last night"), "all is well"
    return await attempt(kata.all_or_nothing([work("job", 1, gives=value)() for value in values]))


@scenario
async def two_fail_at_once(kata, draw, work, attempt, failure):
    wait = draw.seconds(1)[0]
    jobs = [
        work("flight", 9)(),
        work("hotel", wait, fails=failure("no room left"))(),
        work("car", wait, fails=failure("no car left"))(),
    ]
    return await attempt(kata.all_or_nothing(jobs))


@scenario
async def cancelled_anywhere(kata, draw, work, sweep):
    _, waits, clean_ups = plan(draw)
    await sweep(kata.all_or_nothing(bookings(work, waits, clean_ups)))


@scenario
async def cancelled_clumsily(kata, draw, spy, work, sweep, failure):
    _, waits, clean_ups = plan(draw)
    await sweep(kata.all_or_nothing([ferry(spy, failure), *bookings(work, waits, clean_ups)]))


def unlike_a_clean_stop(run, moment, clean_ups):
    """Return what should be said of the jobs that ran at a moment, and what is to be said."""
    for call in run.calls():
        end = moment + clean_ups[call.name]
        ran = call.started is not None and (call.ended is None or call.ended > moment)
        if ran and call.ended != end:
            tidied = f", cleaned up by {end:g} s" if end > moment else ""
            became = "still running" if call.ended is None else f"over at {call.ended:g} s"
            return f"`{call.name}` stopped at {moment:g} s{tidied}", f"`{call.name}` {became}"
    return "", ""


def why_not(ended):
    """Return why what came out is no answer to a failure; "" if that depends on the error."""
    if ended.error is None:
        return "your caller does not learn that a job has failed"
    return "nobody cancels you: a job has failed" if ended.error.type == "CancelledError" else ""


@catches("arrival_order ends_with_the_first")
def test_values_in_the_order_of_the_jobs(all_go_well):
    """The values stand in the order of the jobs, whichever ends first."""
    _, waits, _ = plan(all_go_well.draw)
    all_go_well.gives([f"<{name}>" for name in waits])


@catches("ends_with_the_first one_after_another")
def test_all_jobs_run_at_the_same_time(all_go_well):
    """All jobs run at the same time, each to its end."""
    _, waits, _ = plan(all_go_well.draw)
    formula = f"max({', '.join(f'{wait:g}' for wait in waits.values())})"
    early, late = "a job was not over yet", "no job has to wait for another one"
    all_go_well.takes(max(waits.values()), formula, early=early, late=late)


@catches("arrival_order ends_with_the_first leaves_out_empty_values")
def test_empty_values_are_values(empty_values):
    """None, 0 and other empty values keep their places."""
    empty_values.gives([value for value, _ in plan_empty(empty_values.draw)])


@catches("takes_values_for_failures waits_for_everybody")
def test_an_error_that_is_returned_is_a_value(an_error_is_returned):
    """An exception object that a job returns is a value: that job has not failed."""
    ended = an_error_is_returned.value
    why = "the first of two jobs returns an exception object, and raises nothing"
    told = an_error_is_returned.explain("two values", got=ended.error or ended.value, because=why)
    assert ended.error is None and len(ended.value or ()) == 2, told


@catches("nothing_to_wait_for")
def test_no_jobs_give_an_empty_list(no_jobs):
    """Without jobs an empty list comes back."""
    no_jobs.gives([])


@catches(
    "cancel_hides_the_error ends_with_the_first errors_as_values group_comes_out hides_the_error"
    " raises_a_copy raises_another_error"
)
def test_the_error_itself_comes_out(one_fails):
    """When a job fails, its error comes out: itself, and not in a group."""
    error = one_fails.value.error
    copied = error is not None and error.message == "no car left" and error.mark is None
    why = "it reads the same, and is another object than the one that was raised" if copied else ""
    one_fails.raises("no car left", why or why_not(one_fails.value), alone=True)


@catches(
    "any_failure_cancels_all cancel_hides_the_error cancels_until_they_are_over"
    " cancels_without_waiting ends_with_the_first errors_as_values finds_out_too_late"
    " loses_patience_with_clean_ups one_after_another siblings_go_on stops_one_by_one"
    " waits_for_everybody"
)
def test_a_failure_stops_the_others_at_once(one_fails, a_clean_up_fails):
    """When a job fails, the others are cancelled at once and clean up to their end."""
    for run in (one_fails, a_clean_up_fails):
        broken, waits, clean_ups = plan(run.draw)
        expected, got = unlike_a_clean_stop(run, waits[broken], clean_ups)
        run.expect(got, expected, f"`{broken}` fails after {waits[broken]:g} s")


@catches(
    "cancel_hides_the_error cancels_until_they_are_over cancels_without_waiting"
    " ends_with_the_first errors_as_values finds_out_too_late loses_patience_with_clean_ups"
    " one_after_another siblings_go_on stops_one_by_one waits_for_everybody"
)
def test_a_failure_takes_as_long_as_the_slowest_clean_up(one_fails):
    """The error comes out when the slowest clean-up has ended, not earlier and not later."""
    broken, waits, clean_ups = plan(one_fails.draw)
    seconds, slowest = waits[broken], max(clean_ups.values())
    early, late = "not every clean-up was over", "every clean-up could have been over by then"
    one_fails.takes(seconds + slowest, f"{seconds:g} + {slowest:g}", early=early, late=late)


@catches(
    "cancel_hides_the_error ends_with_the_first errors_as_values first_error_in_the_list"
    " hides_the_error last_error_wins raises_a_copy raises_another_error"
)
def test_the_first_error_stays(a_clean_up_fails):
    """An error in a clean-up does not take the place of the first one."""
    error = a_clean_up_fails.value.error
    later = error is not None and "no refund" in error.marks
    why = "a clean-up failed because a job had failed before" if later else ""
    a_clean_up_fails.raises("no car left", why or why_not(a_clean_up_fails.value))


@catches(
    "cancel_hides_the_error ends_with_the_first errors_as_values group_comes_out hides_the_error"
    " raises_a_copy raises_another_error"
)
def test_of_two_errors_one_comes_out(two_fail_at_once):
    """When two jobs fail at the same instant, the error of one of them comes out."""
    error = two_fail_at_once.value.error
    got = error.mark if error else None
    why = "it came out in a group, and has to come out by itself" if error and error.marks else ""
    assert got in ("no room left", "no car left"), two_fail_at_once.explain(
        "one of the two errors",
        got=error or two_fail_at_once.value.value,
        because=why or why_not(two_fail_at_once.value),
    )


@catches(
    "any_failure_cancels_all cancel_hides_the_error cancels_twice cancels_until_they_are_over"
    " cancels_without_waiting clean_up_errors_cancel_again finds_out_too_late"
    " forgets_its_own_cancel loses_patience_with_clean_ups siblings_go_on stops_one_by_one"
)
def test_a_cancel_stops_the_jobs_and_lets_them_clean_up(cancelled_anywhere, cancelled_clumsily):
    """When you are cancelled, each job is cancelled once and cleans up to its end."""
    for run in (cancelled_anywhere, cancelled_clumsily):
        cut, (_, _, clean_ups) = run.run.cut, plan(run.draw)
        expected, got = unlike_a_clean_stop(run, cut.at, clean_ups) if cut else ("", "")
        run.expect(got, expected)
