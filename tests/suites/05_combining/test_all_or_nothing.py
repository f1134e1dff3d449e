"""All values in order, or the first error once everybody has cleaned up."""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "cancel_comes_out": ("swallows_the_cancel",),
    "everything_awaited": ("one_after_another",),
    "no_error_lost": ("clean_up_errors_lost",),
    "nothing_left_running": (
        "cancel_hides_the_error",
        "cancels_without_waiting",
        "forgets_its_own_cancel",
        "siblings_go_on",
        "sleeps_and_hopes",
    ),
}


def plan(draw):
    """Return for each of four jobs how long it works and how long it cleans up; one will fail.

    The one that fails is neither the first in the list nor the first to end. No sum of clean-ups,
    and no second that somebody sleeps, is as long as the slowest clean-up.
    """
    unit = draw.pick([0.5, 1.5])
    flight, hotel, car, train = draw.names(4)
    waits = {flight: 6 * unit, hotel: unit, car: 2 * unit, train: 5 * unit}
    return car, waits, {flight: unit, hotel: 0, car: 0, train: 1.5 * unit}


def plan_empty(draw):
    """Return values, most of which count as false, and how long each one takes."""
    values = draw.shuffled([None, 0, "", False, draw.names(1)[0]])
    return list(zip(values, draw.seconds(5), strict=True))


def bookings(work, waits, clean_ups, fails=None):
    """Return a job for each name: it gives its own name in angle brackets."""
    fails = fails or {}
    kinds = (
        work(name, wait, gives=f"<{name}>", fails=fails.get(name), cleanup=clean_ups[name])
        for name, wait in waits.items()
    )
    return [kind() for kind in kinds]


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

    @spy
    async def ferry():
        try:
            await asyncio.sleep(12)
        except asyncio.CancelledError:
            raise failure("no refund") from None

    jobs = bookings(work, waits, clean_ups, {broken: failure("no car left")})
    return await attempt(kata.all_or_nothing([ferry(), *jobs]))


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


def unlike_a_clean_stop(run, moment, clean_ups):
    """Return what should be said of the jobs that ran at a moment, and what is to be said."""
    for call in run.calls():
        end = moment + clean_ups[call.name]
        ran = call.started is not None and (call.ended is None or call.ended > moment)
        if ran and call.ended != end:
            told = f"stopped at {moment:g} s" + (
                f", cleaned up by {end:g} s" if end > moment else ""
            )
            became = "still running" if call.ended is None else f"over at {call.ended:g} s"
            return f"`{call.name}` {told}", f"`{call.name}` {became}"
    return "", ""


def still_running(run):
    """Return who was still running when the scenario ended, as a reason; nothing if nobody was."""
    busy = [call.name for call in run.calls() if call.started is not None and call.ended is None]
    return f"`{busy[0]}` was still running" if busy else ""


@catches("arrival_order", "ends_with_the_first")
def test_values_in_the_order_of_the_jobs(all_go_well):
    """The values stand in the order of the jobs, whichever ends first."""
    _, waits, _ = plan(all_go_well.draw)
    all_go_well.gives([f"<{name}>" for name in waits])


@catches("ends_with_the_first", "one_after_another")
def test_all_jobs_run_at_the_same_time(all_go_well):
    """All jobs run at the same time, each to its end."""
    _, waits, _ = plan(all_go_well.draw)
    formula = f"max({', '.join(f'{wait:g}' for wait in waits.values())})"
    all_go_well.takes(max(waits.values()), formula)


@catches("arrival_order", "ends_with_the_first", "leaves_out_empty_values")
def test_empty_values_are_values(empty_values):
    """None, 0 and other empty values keep their places."""
    empty_values.gives([value for value, _ in plan_empty(empty_values.draw)])


@catches("nothing_to_wait_for")
def test_no_jobs_give_an_empty_list(no_jobs):
    """Without jobs an empty list comes back."""
    no_jobs.gives([])


@catches(
    "cancel_hides_the_error",
    "ends_with_the_first",
    "errors_as_values",
    "group_comes_out",
    "hides_the_error",
    "raises_another_error",
)
def test_the_error_itself_comes_out(one_fails):
    """When a job fails, its error comes out: itself, and not in a group."""
    one_fails.raises("no car left", alone=True)


@catches(
    "cancel_hides_the_error",
    "cancels_without_waiting",
    "ends_with_the_first",
    "errors_as_values",
    "finds_out_too_late",
    "one_after_another",
    "siblings_go_on",
    "stops_one_by_one",
    "waits_for_everybody",
)
def test_a_failure_stops_the_others_at_once(one_fails):
    """When a job fails, the others are cancelled at once and clean up to their end."""
    broken, waits, clean_ups = plan(one_fails.draw)
    expected, got = unlike_a_clean_stop(one_fails, waits[broken], clean_ups)
    one_fails.expect(got, expected, f"`{broken}` fails after {waits[broken]:g} s")


@catches(
    "cancel_hides_the_error",
    "cancels_without_waiting",
    "ends_with_the_first",
    "errors_as_values",
    "finds_out_too_late",
    "one_after_another",
    "siblings_go_on",
    "sleeps_and_hopes",
    "stops_one_by_one",
    "waits_for_everybody",
)
def test_a_failure_takes_as_long_as_the_slowest_clean_up(one_fails):
    """The error comes out when the slowest clean-up has ended, not earlier and not later."""
    broken, waits, clean_ups = plan(one_fails.draw)
    slowest = max(clean_ups.values())
    one_fails.takes(
        waits[broken] + slowest,
        f"{waits[broken]:g} + {slowest:g}",
        early=still_running(one_fails),
        late="every clean-up could have been over by then",
    )


@catches(
    "cancel_hides_the_error",
    "ends_with_the_first",
    "errors_as_values",
    "first_error_in_the_list",
    "hides_the_error",
    "last_error_wins",
    "raises_another_error",
)
def test_the_first_error_stays(a_clean_up_fails):
    """An error in a clean-up does not take the place of the first one."""
    error = a_clean_up_fails.value.error
    later = error is not None and "no refund" in error.marks
    why = "a clean-up failed because a job had failed before" if later else ""
    a_clean_up_fails.raises("no car left", why)


@catches(
    "cancel_hides_the_error",
    "ends_with_the_first",
    "errors_as_values",
    "group_comes_out",
    "hides_the_error",
    "raises_another_error",
)
def test_of_two_errors_one_comes_out(two_fail_at_once):
    """When two jobs fail at the same instant, the error of one of them comes out."""
    error = two_fail_at_once.value.error
    got = error.mark if error else None
    assert got in ("no room left", "no car left"), two_fail_at_once.explain(
        "one of the two errors", got=error or two_fail_at_once.value.value
    )


@catches(
    "cancel_hides_the_error",
    "cancels_twice",
    "cancels_without_waiting",
    "finds_out_too_late",
    "forgets_its_own_cancel",
    "siblings_go_on",
    "sleeps_and_hopes",
    "stops_one_by_one",
)
def test_a_cancel_stops_the_jobs_and_lets_them_clean_up(cancelled_anywhere):
    """When you are cancelled, each job is cancelled once and cleans up to its end."""
    cut = cancelled_anywhere.run.cut
    _, _, clean_ups = plan(cancelled_anywhere.draw)
    expected, got = unlike_a_clean_stop(cancelled_anywhere, cut.at, clean_ups) if cut else ("", "")
    cancelled_anywhere.expect(got, expected)
