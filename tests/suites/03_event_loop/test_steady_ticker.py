"""Ticks on the beat: no drift, no overlap, one late tick for all beats that were missed.

No tick ends on a beat that comes after a missed one: whether that beat is missed too is left open.
"""

import asyncio
import itertools

from grader.run import Call
from grader.suite import Draw, catches, scenario

FREE = {
    "cancel_comes_out": "takes_a_cancel_for_the_end",
    "comes_to_an_end": "spins_until_the_beat two_clocks",
    "everything_awaited": "tick_not_awaited",
    "loop_never_blocked": "sleeps_the_thread",
    "no_error_lost": "task_for_each_tick",
    "nothing_left_running": (
        "hears_of_it_on_the_beat starts_on_every_beat task_for_each_tick tick_outlives_a_cancel"
    ),
}


def plan(draw: Draw) -> tuple[float, dict[int, float]]:
    """Draw a period, and for each of five ticks how long it takes: less than that."""
    period = draw.pick((0.5, 1.5, 2.0, 3.0))
    return period, {number: period * draw.pick((0.25, 0.5, 0.75)) for number in range(5)}


def plan_with_long_ones(draw: Draw, *long: float) -> tuple[float, dict[int, float]]:
    """Draw a period, and six ticks; the second one, or more, take so many periods."""
    period = draw.pick((1.0, 2.0, 4.0))
    return period, {n: period * dict(enumerate(long, 1)).get(n, 0.25) for n in range(6)}


def one_long(draw: Draw) -> tuple[float, dict[int, float]]:
    return plan_with_long_ones(draw, 10.625)  # the next one starts nearer to the beat after it


def two_long(draw: Draw) -> tuple[float, dict[int, float]]:
    return plan_with_long_ones(draw, 2.625, 1.875)


ORDINALS = ("first", "second", "third", "fourth", "fifth")
SIDE_BY_SIDE = {"tick": 2.0, "tock": 1.5}  # name -> period
LATER = 0.625  # s that the second of two tickers begins after the first one


@scenario
async def short_ticks(kata, draw, work):
    period, waits = plan(draw)
    return await kata.ticker(period, len(waits), work("tick", waits))


@scenario
async def one_long_tick(kata, draw, work):
    period, waits = one_long(draw)
    await kata.ticker(period, len(waits), work("tick", waits))


@scenario
async def two_long_ticks(kata, draw, work):
    period, waits = two_long(draw)
    await kata.ticker(period, len(waits), work("tick", waits))


@scenario
async def ticks_of_one_period(kata, draw, work):
    period, _ = plan(draw)
    await kata.ticker(period, 4, work("tick", period))


@scenario
async def no_ticks(kata, work):
    return await kata.ticker(2, 0, work("tick", 1))


@scenario
async def third_tick_fails(kata, draw, work, attempt, failure):
    period, waits = plan(draw)
    tick = work("tick", waits, fails={2: failure("the sensor is broken")})
    ended = await attempt(kata.ticker(period, len(waits), tick))
    await asyncio.sleep(5 * period)  # for ticks that come all the same
    return ended


@scenario
async def side_by_side(kata, work):
    async def later():
        await asyncio.sleep(LATER)
        await kata.ticker(SIDE_BY_SIDE["tock"], 4, work("tock"))

    await asyncio.gather(kata.ticker(SIDE_BY_SIDE["tick"], 4, work("tick")), later())


@scenario(schedules=1)  # where the cancels strike is what counts
async def cancelled_anywhere(kata, draw, work, sweep):
    period, waits = two_long(draw)
    await sweep(kata.ticker(period, len(waits), work("tick", waits)))


def ran(run, name: str = "tick") -> list[Call]:
    """Return the ticks that began to run."""
    return [call for call in run.calls(name) if call.started is not None]


def starts(run, name: str = "tick") -> list[float]:
    return [call.started for call in ran(run, name)]


def grid(period: float, count: int, begin: float = 0.0) -> list[float]:
    return [begin + period * beat for beat in range(count)]


def off_beat(got: list[float], beats: list[float]) -> str:
    """Return in words which tick is the first that is not on its beat."""
    for ordinal, start, beat in zip(ORDINALS, got, beats, strict=False):
        if start != beat:
            word = "after" if start > beat else "before"
            return f"the {ordinal} tick started {abs(start - beat):g} s {word} its beat"
    return "there were too few ticks"


def told(calls: list[Call]) -> str:
    """Return calls as a learner would write them."""
    given = [(*call.args, *call.kwargs.values()) for call in calls]
    return " ".join(f"tick({', '.join(map(str, args))})" for args in given) or "no tick"


@catches(
    "beats_of_the_wall_clock looks_now_and_then sleeps_after_each_tick sleeps_between_ticks"
    " sleeps_first spins_until_the_beat ten_second_ticks tick_not_awaited two_clocks"
)
def test_ticks_start_on_the_beat(short_ticks):
    """Short ticks: each starts on its beat, however long the ones before it took."""
    period, waits = plan(short_ticks.draw)
    beats = grid(period, len(waits))
    got = starts(short_ticks)[: len(beats)]
    short_ticks.expect(got, beats, because=off_beat(got, beats))


@catches("counts_from_one one_tick_too_many spins_until_the_beat tick_not_awaited two_clocks")
def test_ticks_are_numbered_from_zero(short_ticks):
    """There are `count` ticks, numbered from 0 on."""
    _, waits = plan(short_ticks.draw)
    expected = " ".join(f"tick({number})" for number in waits)
    short_ticks.expect(told(ran(short_ticks)), expected)


@catches(
    "sleeps_after_each_tick sleeps_after_the_last spins_until_the_beat task_for_each_tick"
    " tick_not_awaited two_clocks"
)
def test_returns_with_the_last_tick(short_ticks):
    """You return when the last tick has ended, neither sooner nor later."""
    ticks = ran(short_ticks)
    assert ticks, short_ticks.explain("a tick", got="no tick")
    end = ticks[-1].ended
    assert end is not None, short_ticks.explain(
        "a last tick that has ended", got="one that was running"
    )
    short_ticks.takes(end, "the last tick's end", late="the last tick was over, and you waited on")


@catches(
    "gathers_the_ticks spins_until_the_beat starts_on_every_beat task_for_each_tick"
    " tick_not_awaited two_clocks"
)
def test_ticks_never_overlap(one_long_tick):
    """A long tick: the next one does not start before it has ended."""
    assert ran(one_long_tick), one_long_tick.explain("a tick", got="no tick")
    why = "the next tick started while the long one was still running"
    one_long_tick.expect(f"{one_long_tick.peak('tick')} at a time", "1 at a time", because=why)


@catches(
    "cuts_long_ticks_off leaves_missed_ticks_out spins_until_the_beat task_for_each_tick"
    " tick_not_awaited two_clocks"
)
def test_no_tick_is_left_out_or_cut_short(one_long_tick):
    """A long tick: all the ticks that were asked for run to their end."""
    _, waits = one_long(one_long_tick.draw)
    whole = [call for call in one_long_tick.calls("tick") if call.outcome == "returned"]
    fewest = min(len(whole), len(waits))
    cut = [call for call in one_long_tick.calls("tick") if call.outcome == "cancelled"]
    why = f"{told(cut)} was cancelled on its way" if cut else ""
    one_long_tick.expect(f"{fewest} whole ticks", f"{len(waits)} whole ticks", because=why)


@catches(
    "leaves_missed_ticks_out passes_over_its_beat sleeps_after_each_tick sleeps_between_ticks"
    " spins_until_the_beat tick_not_awaited two_clocks waits_for_the_next_beat"
)
def test_a_late_tick_starts_at_once(one_long_tick):
    """A long tick: the next one is late, and starts the moment the long one ends."""
    ticks = ran(one_long_tick)
    assert len(ticks) > 2, one_long_tick.explain("a third tick", got=told(ticks))
    end = ticks[1].started + one_long(one_long_tick.draw)[1][1]
    why = f"the long tick ended at {end:g} s, and no time was to be lost after that"
    one_long_tick.expect(max(ticks[2].started, end), end, because=why)


@catches(
    "beat_of_the_module beats_of_the_wall_clock catches_up_beat_by_beat catches_up_in_a_burst"
    " leaves_a_beat_out leaves_missed_ticks_out looks_now_and_then rest_of_the_period"
    " rounds_to_a_beat shifts_the_beats sleeps_after_each_tick sleeps_between_ticks"
    " spins_until_the_beat starts_at_once_while_behind steps_past_one_beat ten_second_ticks"
    " tick_not_awaited together_with_a_sleep two_clocks"
)
def test_later_ticks_are_back_on_the_beat(one_long_tick):
    """A long tick: after the late one, ticks start on the beat again, and not in a burst."""
    period, _ = one_long(one_long_tick.draw)
    ticks = starts(one_long_tick)
    assert len(ticks) > 3, one_long_tick.explain("a fourth tick", got=told(ran(one_long_tick)))
    after = (ticks[2] // period + 1) * period
    why = f"the late tick started at {ticks[2]:g} s, and {after:g} s is the first beat after it"
    one_long_tick.expect(ticks[3:6], grid(period, len(ticks[3:6]), after), because=why)


@catches(
    "passes_over_its_beat sleeps_after_each_tick sleeps_between_ticks spins_until_the_beat"
    " ten_second_ticks tick_not_awaited two_clocks waits_after_a_late_one waits_for_the_next_beat"
)
def test_a_late_tick_may_be_long_too(two_long_ticks):
    """Two long ticks in a row: the one after them, too, starts the moment the second one ends."""
    ticks = ran(two_long_ticks)
    assert len(ticks) > 3, two_long_ticks.explain("a fourth tick", got=told(ticks))
    end = ticks[2].started + two_long(two_long_ticks.draw)[1][2]
    why = f"the second long tick ended at {end:g} s, and a beat had been missed again"
    two_long_ticks.expect(max(ticks[3].started, end), end, because=why)


@catches(
    "passes_over_its_beat sleeps_after_each_tick sleeps_between_ticks ten_second_ticks"
    " tick_not_awaited two_clocks"
)
def test_a_tick_of_one_period_is_not_late(ticks_of_one_period):
    """Ticks that take exactly one period follow one another without a gap."""
    period, _ = plan(ticks_of_one_period.draw)
    begun = starts(ticks_of_one_period)[:4]
    gaps = [later - sooner for sooner, later in itertools.pairwise(begun)]
    why = "this is the time from start to start; each tick takes just one period"
    ticks_of_one_period.expect(gaps, 3 * [period], because=why)


@catches("one_tick_too_many")
def test_count_zero_means_no_tick(no_ticks):
    """With a count of 0 you return at once, without a tick."""
    no_ticks.expect(told(ran(no_ticks)), "no tick")
    no_ticks.takes(0, because="there is nothing to wait for")


@catches(
    "goes_on_after_an_error hears_of_it_on_the_beat spins_until_the_beat starts_on_every_beat"
    " stops_quietly task_for_each_tick tick_not_awaited two_clocks"
)
def test_an_error_comes_out(third_tick_fails):
    """When a tick fails, its error comes out, at that moment."""
    hidden = third_tick_fails.value.error is None
    why = "whoever called you believes that all ticks were made"
    third_tick_fails.raises("the sensor is broken", because=why if hidden else "")
    came = third_tick_fails.submission_calls("ticker")[0].ended
    failed = next(call.ended for call in ran(third_tick_fails) if call.outcome == "raised")
    third_tick_fails.expect(
        came, failed, because="this is when it came out, not when it was raised"
    )


@catches(
    "gathers_the_ticks goes_on_after_an_error spins_until_the_beat starts_on_every_beat"
    " task_for_each_tick tick_not_awaited two_clocks"
)
def test_no_tick_after_an_error(third_tick_fails):
    """When a tick fails, no other tick starts."""
    ticks = ran(third_tick_fails)
    failed = [call.ended for call in ticks if call.outcome == "raised"]
    assert failed, third_tick_fails.explain("a tick that fails", got=told(ticks))
    later = [call for call in ticks if call.started >= failed[0]]
    third_tick_fails.expect(told(later), "no tick", because=f"a tick failed at {failed[0]:g} s")


@catches(
    "beat_of_the_module beats_of_the_wall_clock looks_now_and_then sleeps_first sleeps_the_thread"
    " spins_until_the_beat ten_second_ticks tick_not_awaited two_clocks"
)
def test_tickers_do_not_know_of_each_other(side_by_side):
    """A second ticker, called a little later, has beats of its own."""
    for name, begin in (("tick", 0.0), ("tock", LATER)):
        beats = grid(SIDE_BY_SIDE[name], 4, begin)
        got = starts(side_by_side, name)[:4]
        who = "of the ticker that was called first" if begin == 0 else "of the other ticker"
        side_by_side.expect(got, beats, because=f"{off_beat(got, beats)} ({who})")
