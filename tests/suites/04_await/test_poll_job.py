"""Ask at once, pause after each no, stop at the first yes, give up in time.

No check ends at the moment of giving up: what comes first then is left open.
"""

from grader.run import Call
from grader.suite import Draw, catches, scenario

FREE = {
    "cancel_comes_out": "a_cancel_means_no everything_means_no",
    "comes_to_an_end": "limits_each_check",
    "everything_awaited": "check_not_awaited pause_not_awaited",
    "loop_never_blocked": "sleeps_the_thread",
    "nothing_left_running": "leaves_the_check_running outlives_a_cancel shields_the_check",
}

BROKEN, TOO_SLOW = "no such order", "the line is too slow"
LONG = 60.0  # s until giving up, where that is not what it is about
SHORT = 1.75  # s until giving up, where no check has ended by then

HOW = {"cancelled": "it was cancelled", "running": "it ran on", "returned": "it ran to its end"}
EARLY, LATE = "the time was not over yet", "the time was over, and you went on"


def plan(draw: Draw) -> tuple[float, float]:
    """Draw how long a check takes and how long a pause is; a check is the shorter of the two."""
    return draw.pick((0.5, 0.75, 1.25)), draw.pick((2.0, 2.5, 3.0))


def in_the_third_pause(check: float, every: float) -> float:
    """Return when to give up: in the middle of the third pause."""
    return 3 * check + 2.5 * every


def in_the_third_check(check: float, every: float) -> float:
    """Return when to give up: in the middle of the third check."""
    return 2.5 * check + 2 * every


def answers(*given):
    """Return a function that gives or raises these, one after another, and then the last again."""
    left = list(given)

    def answer():
        item = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(item, Exception):
            raise item
        return item

    return answer


@scenario
async def ready_at_once(kata, draw, work):
    check, every = plan(draw)
    return await kata.wait_until(work("check", check, gives=True), every, LONG)


@scenario
async def third_time_ready(kata, draw, work):
    wait, every = plan(draw)
    check = work("check", wait, gives=answers(False, False, True))
    return await kata.wait_until(check, every, LONG)


@scenario
async def slow_checks(kata, work):
    check = work("check", 3.5, gives=answers(False, False, True))
    return await kata.wait_until(check, 1, LONG)


@scenario(limit=100)
async def over_in_a_pause(kata, draw, work, attempt):
    wait, every = plan(draw)
    check = work("check", wait, gives=False)
    return await attempt(kata.wait_until(check, every, in_the_third_pause(wait, every)))


@scenario(limit=100)
async def over_in_a_check(kata, draw, work, attempt):
    wait, every = plan(draw)
    check = work("check", wait, gives=False)
    return await attempt(kata.wait_until(check, every, in_the_third_check(wait, every)))


@scenario(limit=100)
async def over_in_the_first_check(kata, work, attempt):
    check = work("check", 2 * SHORT, gives=True)
    return await attempt(kata.wait_until(check, SHORT, SHORT))


@scenario
async def second_check_fails(kata, draw, work, attempt, failure):
    wait, every = plan(draw)
    check = work("check", wait, gives=answers(False, failure(BROKEN), True))
    return await attempt(kata.wait_until(check, every, LONG))


@scenario
async def a_timeout_of_its_own(kata, draw, work, attempt, failure):
    wait, every = plan(draw)
    too_slow = failure(TOO_SLOW, TimeoutError)
    too_slow.args = ()  # as asyncio.timeout raises it
    check = work("check", wait, gives=answers(False, too_slow, True))
    return await attempt(kata.wait_until(check, every, LONG))


@scenario
async def cancelled_anywhere(kata, draw, work, sweep):
    wait, every = plan(draw)
    check = work("check", wait, gives=answers(False, True))
    await sweep(kata.wait_until(check, every, LONG))


def begun(run) -> list[Call]:
    """Return the checks that began to run."""
    return [call for call in run.calls("check") if call.started is not None]


@catches("check_not_awaited forgets_when_it_began pauses_first")
def test_the_first_yes_is_enough(ready_at_once):
    """When the first check says yes you return True, at once and without a second check."""
    wait, _ = plan(ready_at_once.draw)
    ready_at_once.gives(True)
    ready_at_once.takes(wait, "one check", late="the first check had said yes")
    ready_at_once.expect(len(begun(ready_at_once)), 1, because="so often you asked")


@catches(
    "asks_on_a_timetable asks_once asks_without_a_pause check_not_awaited forgets_when_it_began"
    " from_start_to_start pause_not_awaited pauses_first visible_example"
)
def test_a_pause_follows_each_no(third_time_ready):
    """Each further check starts one pause after the end of the one before."""
    wait, every = plan(third_time_ready.draw)
    due = [number * (wait + every) for number in range(3)]
    got = [call.started for call in begun(third_time_ready)][:3]
    why = f"each check takes {wait:g} s, and the pause after it {every:g} s"
    third_time_ready.expect(got, due, because=why)


@catches(
    "asks_on_a_timetable asks_once asks_without_a_pause check_not_awaited forgets_when_it_began"
    " from_start_to_start pause_not_awaited pauses_first visible_example"
)
def test_true_as_soon_as_it_is_ready(third_time_ready):
    """When the third check says yes you return True, at that moment."""
    wait, every = plan(third_time_ready.draw)
    third_time_ready.gives(True, because="here the third check says yes")
    third_time_ready.takes(3 * wait + 2 * every, "three checks and two pauses")


@catches("asks_on_a_timetable check_not_awaited forgets_when_it_began")
def test_checks_never_overlap(slow_checks):
    """Slow checks: no check starts while another one is running."""
    assert begun(slow_checks), slow_checks.explain("a check", got="no check")
    why = "a check started while the one before was still running"
    slow_checks.expect(f"{slow_checks.peak('check')} at a time", "1 at a time", because=why)


@catches("asks_once cuts_each_check forgets_when_it_began")
def test_slow_checks_get_their_time(slow_checks):
    """Slow checks: each runs to its end, even if it takes longer than a pause."""
    cut = [call for call in begun(slow_checks) if call.outcome == "cancelled"]
    slow_checks.expect(f"{len(cut)} checks cut off", "0 checks cut off")
    slow_checks.gives(True, because="here the third check says yes")


@catches(
    "adds_up_the_pauses asks_once check_not_awaited counts_the_attempts forgets_when_it_began"
    " gives_up_early limits_each_check one_last_look pauses_to_the_end sleeps_past_the_end"
    " sleeps_the_thread"
)
def test_gives_up_in_a_pause(over_in_a_pause):
    """When the time is over in a pause you return then, and do not pause to the end."""
    end = in_the_third_pause(*plan(over_in_a_pause.draw))
    over_in_a_pause.takes(end, "give_up", early=EARLY, late=LATE)


@catches(
    "adds_up_the_pauses asks_once check_not_awaited counts_the_attempts forgets_when_it_began"
    " lets_the_check_finish limits_each_check one_last_look sleeps_past_the_end"
)
def test_gives_up_in_a_check(over_in_a_check):
    """When the time is over in a check you return then, and do not wait for its end."""
    end = in_the_third_check(*plan(over_in_a_check.draw))
    over_in_a_check.takes(end, "give_up", early=EARLY, late=LATE)


@catches(
    "adds_up_the_pauses check_not_awaited counts_the_attempts first_check_without_a_limit"
    " forgets_when_it_began lets_the_check_finish nothing_at_the_end one_last_look"
    " raises_at_the_end sleeps_past_the_end"
)
def test_gives_up_in_the_first_check(over_in_the_first_check):
    """When even the first check takes too long you return False, the moment the time is over."""
    over_in_the_first_check.gives(False, because="the time was over before the check had ended")
    over_in_the_first_check.takes(SHORT, "give_up", early=EARLY, late=LATE)


@catches(
    "adds_up_the_pauses leaves_the_check_running lets_the_check_finish limits_each_check"
    " shields_the_check sleeps_past_the_end"
)
def test_a_check_in_the_way_is_cancelled(over_in_a_check):
    """The check that is running when the time is over is cancelled."""
    end = in_the_third_check(*plan(over_in_a_check.draw))
    there = [call for call in begun(over_in_a_check) if call.started < end <= (call.ended or end)]
    for call in there:
        over_in_a_check.expect(HOW.get(call.outcome, "it failed"), HOW["cancelled"])


@catches("check_not_awaited limits_each_check nothing_at_the_end raises_at_the_end")
def test_giving_up_means_false(over_in_a_pause):
    """To give up is to return False."""
    over_in_a_pause.gives(False, because="here no check says yes before the time is over")


@catches("adds_up_the_pauses counts_the_attempts limits_each_check one_last_look sleeps_the_thread")
def test_no_check_after_giving_up(over_in_a_pause):
    """When the time is over no other check starts."""
    end = in_the_third_pause(*plan(over_in_a_pause.draw))
    late = [call.started for call in begun(over_in_a_pause) if call.started >= end]
    over_in_a_pause.expect(late, [], because=f"the time was over at {end:g} s")


@catches(
    "any_error_means_no asks_once check_not_awaited everything_means_no failed_checks_mean_no"
    " forgets_when_it_began"
)
def test_an_error_comes_out(second_check_fails):
    """When a check fails, its error comes out."""
    second_check_fails.raises(BROKEN, because="here the second check fails with it")


@catches(
    "any_error_means_no asks_once check_not_awaited cuts_each_check everything_means_no"
    " failed_checks_mean_no forgets_when_it_began limits_each_check takes_every_timeout_for_its_own"
    " tells_timeouts_by_their_text"
)
def test_a_timeout_of_a_check_comes_out(a_timeout_of_its_own):
    """A TimeoutError that a check raises is an error like any other, and comes out."""
    why = "here the second check raises it, long before the time is over"
    a_timeout_of_its_own.raises(TOO_SLOW, because=why)
