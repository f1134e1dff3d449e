"""The first op that succeeds, and nothing left of the others."""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "cancel_comes_out": ("swallows_the_cancel",),
    "comes_to_an_end": ("waits_for_nobody",),
    "no_error_lost": ("cancels_without_waiting", "clean_up_errors_lost"),
    "nothing_left_running": ("cancels_without_waiting", "forgets_its_own_cancel", "losers_go_on"),
}


def plan(draw):
    """Return for each of four mirrors how long it takes, and how long it cleans up.

    The first one is slow, the second fails, the third wins, and the fourth cleans up for longest.
    """
    unit = draw.pick([0.5, 0.75, 1.5])
    slow, broken, winner, late = draw.names(4)
    waits = {slow: 6 * unit, broken: unit, winner: 2 * unit, late: 5 * unit}
    return waits, {slow: unit, broken: 0, winner: 0, late: 1.5 * unit}


def plan_wrecks(draw):
    """Return three mirrors that will fail, as `plan` does."""
    rome, paris, lima = draw.names(3)
    waits = dict(zip((rome, paris, lima), draw.seconds(3), strict=True))
    return waits, {rome: 1, paris: 0.25, lima: 0.5}


def mirrors(work, waits, clean_ups, fails):
    """Return an op for each name, which gives its own name in angle brackets."""
    return [
        work(name, wait, gives=f"<{name}>", fails=fails.get(name), cleanup=clean_ups[name])
        for name, wait in waits.items()
    ]


@scenario
async def one_wins(kata, draw, work, attempt, failure):
    waits, clean_ups = plan(draw)
    fails = {list(waits)[1]: failure("no route")}
    return await attempt(kata.first_success(mirrors(work, waits, clean_ups, fails)))


@scenario(schedules=1)
async def none_wins(kata, draw, work, attempt):
    quick, slow = sorted(draw.seconds(2))
    ops = [work("slow", slow, gives="late"), work("quick", quick, gives=None)]
    return await attempt(kata.first_success(ops))


@scenario
async def all_fail(kata, draw, work, attempt, failure):
    waits, clean_ups = plan_wrecks(draw)
    fails = {name: failure(f"{name} is down") for name in waits}
    return await attempt(kata.first_success(mirrors(work, waits, clean_ups, fails)))


@scenario
async def nobody_to_ask(kata, attempt):
    return await attempt(kata.first_success([]))


@scenario
async def win_and_failure_at_once(kata, draw, work, attempt, failure):
    wait = draw.seconds(1)[0]
    ops = [
        work("down", wait, fails=failure("no route")),
        work("up", wait, gives="data"),
        work("far", 9, gives="late"),
    ]
    return await attempt(kata.first_success(draw.shuffled(ops)))


@scenario
async def losers_speak_up(kata, draw, spy, work, attempt, failure):
    @spy
    async def stubborn():
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            return "late"

    @spy
    async def clumsy():
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            raise failure("cannot hang up") from None

    winner = work("winner", draw.seconds(1)[0], gives="data")
    return await attempt(kata.first_success(draw.shuffled([stubborn, clumsy, winner])))


@scenario
async def cancelled_anywhere(kata, draw, work, failure, sweep):
    waits, clean_ups = plan_wrecks(draw)
    fails = {name: failure(f"{name} is down") for name in waits}
    await sweep(kata.first_success(mirrors(work, waits, clean_ups, fails)))


def unlike_a_clean_stop(run, moment, clean_ups):
    """Return what is to be said of an op that ran at a moment, and what is to be said instead."""
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


@catches("one_after_another", "ops_not_called")
def test_every_op_begins_at_once(one_wins):
    """All ops begin at once, and each is called once."""
    waits, _ = plan(one_wins.draw)
    starts = [call.started for call in one_wins.calls()]
    got = f"{len(starts)} calls, {starts.count(0)} of them at 0 s"
    one_wins.expect(got, f"{len(waits)} calls, {len(waits)} of them at 0 s")


@catches(
    "first_error_ends_it",
    "first_to_finish",
    "one_after_another",
    "ops_not_called",
    "waits_for_everybody",
)
def test_the_first_success_is_returned(one_wins):
    """The value of the op that succeeds first is returned, whatever failed before it."""
    waits, _ = plan(one_wins.draw)
    one_wins.gives(f"<{list(waits)[2]}>")


@catches(
    "cancels_without_waiting",
    "first_error_ends_it",
    "first_to_finish",
    "losers_go_on",
    "one_after_another",
    "stops_one_by_one",
    "waits_for_everybody",
)
def test_a_win_stops_the_others_at_once(one_wins):
    """When one has won, the others are cancelled at once and clean up to their end."""
    waits, clean_ups = plan(one_wins.draw)
    won = list(waits.values())[2]
    expected, got = unlike_a_clean_stop(one_wins, won, clean_ups)
    one_wins.expect(got, expected, f"`{list(waits)[2]}` succeeds after {won:g} s")


@catches(
    "cancels_without_waiting",
    "first_error_ends_it",
    "first_to_finish",
    "losers_go_on",
    "one_after_another",
    "ops_not_called",
    "stops_one_by_one",
    "waits_for_everybody",
)
def test_it_takes_as_long_as_the_slowest_clean_up(one_wins):
    """The value comes back when the slowest clean-up has ended, not earlier and not later."""
    waits, clean_ups = plan(one_wins.draw)
    won, slowest = list(waits.values())[2], max(clean_ups.values())
    one_wins.takes(
        won + slowest,
        f"{won:g} + {slowest:g}",
        early=still_running(one_wins),
        late="every clean-up could have been over by then",
    )


@catches(
    "empty_answer_passed_over",
    "first_error_ends_it",
    "one_after_another",
    "ops_not_called",
    "waits_for_everybody",
)
def test_none_is_a_success(none_wins):
    """None is a value like any other: the op that returns it has succeeded."""
    none_wins.gives(None)


@catches(
    "errors_as_text",
    "first_error_ends_it",
    "first_to_finish",
    "last_error_only",
    "none_when_all_fail",
    "ops_not_called",
)
def test_all_errors_come_out_in_a_group(all_fail):
    """When all fail, an ExceptionGroup with the error of each of them comes out."""
    waits, _ = plan_wrecks(all_fail.draw)
    error = all_fail.value.error
    whole = error is not None and error.is_a("ExceptionGroup")
    whole = whole and error.marks >= {f"{name} is down" for name in waits}
    told = ", ".join(waits)
    assert whole, all_fail.explain(
        f"an ExceptionGroup of the errors of {told}", got=error or all_fail.value.value
    )


@catches("first_error_ends_it", "first_to_finish", "one_after_another", "ops_not_called")
def test_all_failures_take_as_long_as_the_slowest(all_fail):
    """When all fail, that is known when the last one has failed."""
    waits, _ = plan_wrecks(all_fail.draw)
    all_fail.takes(max(waits.values()), f"max({', '.join(f'{it:g}' for it in waits.values())})")


@catches("no_answer_for_nobody", "waits_for_nobody")
def test_nobody_to_ask_is_a_value_error(nobody_to_ask):
    """Without any op, a ValueError comes out."""
    nobody_to_ask.raises(ValueError)


@catches("first_error_ends_it", "first_to_finish", "one_of_those_done", "ops_not_called")
def test_a_failure_at_the_same_instant_decides_nothing(win_and_failure_at_once):
    """When one succeeds and one fails at the same instant, the success counts."""
    win_and_failure_at_once.gives("data")


@catches("clean_up_error_comes_out", "last_answer_wins", "ops_not_called")
def test_what_losers_say_is_dropped(losers_speak_up):
    """A loser that raises or returns something in its clean-up changes nothing."""
    losers_speak_up.gives("data")


@catches(
    "cancels_without_waiting",
    "first_error_ends_it",
    "forgets_its_own_cancel",
    "losers_go_on",
    "stops_one_by_one",
    "swallows_the_cancel",
)
def test_a_cancel_stops_the_ops_and_lets_them_clean_up(cancelled_anywhere):
    """When you are cancelled, each op that still runs is cancelled and cleans up to its end."""
    cut = cancelled_anywhere.run.cut
    _, clean_ups = plan_wrecks(cancelled_anywhere.draw)
    expected, got = unlike_a_clean_stop(cancelled_anywhere, cut.at, clean_ups) if cut else ("", "")
    cancelled_anywhere.expect(got, expected)
