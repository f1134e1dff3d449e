"""The first op that succeeds, and nothing left of the others."""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "cancel_comes_out": (
        "clean_up_error_comes_out first_error_ends_it first_error_ends_the_group first_in_the_list"
        " one_after_another swallows_the_cancel"
    ),
    "comes_to_an_end": "waits_for_nobody",
    "no_error_lost": (
        "cancelled_without_waiting cancels_without_waiting clean_up_error_comes_out"
        " clean_up_errors_lost first_end_wins"
    ),
    "nothing_left_running": (
        "cancelled_without_waiting cancels_without_waiting first_end_wins forgets_its_own_cancel"
        " gives_up_on_clean_ups losers_go_on"
    ),
}

REFUSALS = ("no route", "no route", "file not found")  # two errors that look alike


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


def group_of_two(said):
    """Return an error that is a group itself."""
    return ExceptionGroup(said, [OSError("no such file"), OSError("no copy of it")])


def clumsy(spy, failure):
    """Return an op that fails, also when it is cancelled."""

    async def hang_up():
        try:
            await asyncio.sleep(9)
        finally:
            raise failure("cannot hang up")

    return spy(hang_up, name="clumsy")


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


@scenario(schedules=1)
async def an_error_wins(kata, draw, work, attempt, failure):
    quick, slow = sorted(draw.seconds(2))
    ops = [work("slow", slow, gives="late"), work("quick", quick, gives=failure("from the log"))]
    return await attempt(kata.first_success(ops))


@scenario(schedules=1)
async def a_long_goodbye(kata, work, attempt):
    ops = [work("winner", 1, gives="data"), work("loser", 9, cleanup=600)]
    return await attempt(kata.first_success(ops))


@scenario
async def all_fail(kata, draw, work, attempt, failure):
    waits, clean_ups = plan_wrecks(draw)
    kinds = (OSError, OSError, group_of_two)
    errors = [failure(said, kind) for said, kind in zip(REFUSALS, kinds, strict=True)]
    fails = dict(zip(waits, errors, strict=True))
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

    winner = work("winner", draw.seconds(1)[0], gives="data")
    ops = draw.shuffled([stubborn, clumsy(spy, failure), winner])
    return await attempt(kata.first_success(ops))


@scenario
async def cancelled_anywhere(kata, draw, spy, work, failure, sweep):
    waits, clean_ups = plan_wrecks(draw)
    fails = {name: failure(f"{name} is down") for name in waits}
    ops = [*mirrors(work, waits, clean_ups, fails), clumsy(spy, failure)]
    await sweep(kata.first_success(ops))


def unlike_a_clean_stop(run, moment, clean_ups):
    """Return what is to be said of an op that ran at a moment, and what is to be said instead."""
    for call in run.calls():
        end = moment + clean_ups.get(call.name, 0)
        cut_short = call.ended == moment and call.outcome == "cancelled"
        ran = call.started is not None and (call.ended is None or call.ended > moment or cut_short)
        if ran and call.ended != end:
            told = f"cancelled at {moment:g} s, and over at {end:g} s"
            became = "still running" if call.ended is None else f"over at {call.ended:g} s"
            return f"`{call.name}` {told}", f"`{call.name}` {became}"
    return "", ""


def still_running(run):
    """Return who was still running when the scenario ended, as a reason; nothing if nobody was."""
    busy = [call.name for call in run.calls() if call.started is not None and call.ended is None]
    return f"`{busy[0]}` was still running" if busy else ""


@catches("one_after_another ops_not_called")
def test_every_op_begins_at_once(one_wins):
    """All ops begin at once, and each is called once."""
    waits, _ = plan(one_wins.draw)
    starts = [call.started for call in one_wins.calls()]
    got = f"{len(starts)} called, {starts.count(0)} of them at 0 s"
    one_wins.expect(got, f"{len(waits)} called, {len(waits)} of them at 0 s")


@catches(
    "first_end_wins first_error_ends_it first_error_ends_the_group first_in_the_list"
    " first_to_finish one_after_another ops_not_called waits_for_everybody"
)
def test_the_first_success_is_returned(one_wins):
    """The value of the op that succeeds first is returned, whatever failed before it."""
    waits, _ = plan(one_wins.draw)
    first = list(waits)[2]
    one_wins.gives(f"<{first}>", f"`{first}` is the first to succeed, after {waits[first]:g} s")


@catches(
    "cancels_again_and_again cancels_without_waiting first_end_wins first_error_ends_it"
    " first_error_ends_the_group first_in_the_list first_to_finish losers_go_on one_after_another"
    " stops_one_by_one waits_for_everybody"
)
def test_a_win_stops_the_others_at_once(one_wins):
    """When one has won, the others are cancelled at once and clean up to their end."""
    waits, clean_ups = plan(one_wins.draw)
    won = list(waits.values())[2]
    expected, got = unlike_a_clean_stop(one_wins, won, clean_ups)
    one_wins.expect(got, expected, f"`{list(waits)[2]}` succeeds after {won:g} s")


@catches(
    "cancels_again_and_again cancels_without_waiting first_end_wins first_error_ends_it"
    " first_error_ends_the_group first_in_the_list first_to_finish gives_up_on_clean_ups"
    " losers_go_on one_after_another ops_not_called stops_one_by_one waits_for_everybody"
)
def test_it_takes_as_long_as_the_slowest_clean_up(one_wins, a_long_goodbye):
    """The value comes back when the slowest clean-up has ended, not earlier and not later."""
    waits, clean_ups = plan(one_wins.draw)
    late = "every clean-up could have been over by then"
    for run, won, slowest in (
        (one_wins, list(waits.values())[2], max(clean_ups.values())),
        (a_long_goodbye, 1, 600),
    ):
        early = still_running(run) or "the clean-ups did not get the time that they need"
        run.takes(won + slowest, f"{won:g} + {slowest:g}", early=early, late=late)


@catches(
    "empty_answer_passed_over first_error_ends_it first_in_the_list one_after_another"
    " ops_not_called returned_errors_are_failures waits_for_everybody"
)
def test_any_value_is_a_success(none_wins, an_error_wins):
    """None is a value like any other, and so is an exception object that an op returns."""
    none_wins.gives(None, because="the quick op returned None")
    ended = an_error_wins.value
    assert getattr(ended.value, "mark", None) == "from the log", an_error_wins.explain(
        "the exception object that the quick op returned", got=ended.error or ended.value
    )


@catches(
    "errors_as_text first_end_wins first_error_ends_it first_error_ends_the_group first_to_finish"
    " groups_taken_apart last_error_only none_when_all_fail one_after_another one_error_of_a_kind"
    " ops_not_called"
)
def test_all_errors_come_out_in_a_group(all_fail):
    """When all have failed, an ExceptionGroup with the error of each of them comes out."""
    error = all_fail.value.error
    marks = [each.mark for each in error.members if each.mark] if error else []
    whole = error and error.is_a("ExceptionGroup") and sorted(marks) == sorted(REFUSALS)
    told = f"an ExceptionGroup of three errors: {', '.join(REFUSALS)} (a group itself)"
    why = "three ops failed, each with an error of its own"
    assert whole, all_fail.explain(told, got=error or all_fail.value.value, because=why)
    waits, _ = plan_wrecks(all_fail.draw)
    early, late = (
        "not every op had failed yet",
        "ops that run at the same time have all failed before that",
    )
    all_fail.takes(max(waits.values()), "when the slowest one has failed", early=early, late=late)


@catches("no_answer_for_nobody waits_for_nobody")
def test_nobody_to_ask_is_a_value_error(nobody_to_ask):
    """Without any op, a ValueError comes out."""
    nobody_to_ask.raises(ValueError)


@catches(
    "any_failure_spoils_the_round first_end_wins first_error_ends_it first_error_ends_the_group"
    " first_to_finish one_of_those_done ops_not_called"
)
def test_a_failure_at_the_same_instant_decides_nothing(win_and_failure_at_once):
    """When one succeeds and one fails at the same instant, the success counts."""
    why = "one op gives 'data' at the instant at which another one fails"
    win_and_failure_at_once.gives("data", why)


@catches(
    "clean_up_error_comes_out first_error_ends_it first_error_ends_the_group last_answer_wins"
    " ops_not_called"
)
def test_what_losers_say_is_dropped(losers_speak_up):
    """A loser that raises or returns something in its clean-up changes nothing."""
    losers_speak_up.gives("data", "the op that succeeds first gives 'data'")


@catches(
    "cancelled_without_waiting cancels_again_and_again cancels_without_waiting first_end_wins"
    " first_error_ends_it first_error_ends_the_group first_in_the_list first_to_finish"
    " forgets_its_own_cancel losers_go_on stops_one_by_one swallows_the_cancel"
)
def test_a_cancel_stops_the_ops_and_lets_them_clean_up(cancelled_anywhere):
    """When you are cancelled, each op that still runs is cancelled and cleans up to its end."""
    cut = cancelled_anywhere.run.cut
    _, clean_ups = plan_wrecks(cancelled_anywhere.draw)
    expected, got = unlike_a_clean_stop(cancelled_anywhere, cut.at, clean_ups) if cut else ("", "")
    cancelled_anywhere.expect(got, expected)
