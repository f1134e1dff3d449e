"""First await: the greeting comes at its time, and nobody else is held up."""

import asyncio

from grader.suite import Draw, catches, scenario

PERIOD = 0.25  # of the ticker that runs beside the learner's code

FREE = {
    "comes_to_an_end": "spins watches_the_clock",
    "everything_awaited": "forgets_async forgets_await returns_the_coroutine runs_a_loop_inside",
    "loop_never_blocked": "awaits_the_wrong_sleep joins_a_thread sleeps_the_thread",
    "nothing_left_running": "does_not_wait_for_its_task leaves_a_long_sleep",
    "one_loop": "forgets_async runs_a_loop_inside",
}


def seconds(draw: Draw) -> float:
    """Draw a wait that is no multiple of a whole, a quarter or a tenth of a second."""
    return draw.number(2, 4) + draw.pick((0.375, 0.625, 0.875))


def plan(draw: Draw) -> tuple[str, float]:
    """Draw one guest."""
    (name,) = draw.names(1)
    return name, seconds(draw)


def two_guests(draw: Draw) -> tuple[tuple[str, float], tuple[str, float]]:
    """Draw two guests; the first one waits longer."""
    first, second = draw.names(2)
    shorter = seconds(draw)
    return (first, shorter + 1), (second, shorter)


@scenario
async def one_guest(kata, draw):
    """Greet one guest."""
    return await kata.greet(*plan(draw))


@scenario
async def in_no_time(kata, draw):
    """Greet a guest who does not want to wait."""
    name, _ = plan(draw)
    return await kata.greet(name, 0)


@scenario
async def beside_a_ticker(kata, draw, beside):
    """Greet one guest while a ticker wants a turn every quarter of a second."""
    async with beside(PERIOD):
        await kata.greet(*plan(draw))


@scenario
async def two_at_once(kata, draw):
    """Greet two guests at the same time."""
    return await asyncio.gather(*(kata.greet(*guest) for guest in two_guests(draw)))


@catches(
    "awaits_the_wrong_sleep forgets_async forgets_the_import prints_the_greeting"
    " returns_the_coroutine runs_a_loop_inside spins watches_the_clock yields_the_greeting"
)
def test_returns_a_text(one_guest):
    """What comes back is a text."""
    assert isinstance(one_guest.value, str), one_guest.explain("a text", got=one_guest.value)


@catches(
    "awaits_the_wrong_sleep forgets_async forgets_the_f forgets_the_import greets_ada"
    " prints_the_greeting returns_the_coroutine runs_a_loop_inside spins visible_example"
    " watches_the_clock yields_the_greeting"
)
def test_the_name_is_in_it(one_guest):
    """The name of the guest is in the greeting."""
    name, _ = plan(one_guest.draw)
    assert name in str(one_guest.value), one_guest.explain(
        f"a text with {name} in it", got=one_guest.value
    )


@catches(
    "awaits_the_wrong_sleep forgets_async forgets_the_f forgets_the_import greets_ada own_words"
    " prints_the_greeting returns_the_coroutine runs_a_loop_inside spins visible_example"
    " watches_the_clock yields_the_greeting"
)
def test_the_words_are_right(one_guest):
    """The greeting is, to the letter, "hello, <name>"."""
    name, _ = plan(one_guest.draw)
    assert one_guest.value == f"hello, {name}", one_guest.explain(
        f"hello, {name}", got=one_guest.value
    )


@catches(
    "awaits_the_wrong_sleep cuts_off_the_fraction does_not_wait_for_its_task forgets_async"
    " forgets_await forgets_the_import milliseconds returns_the_coroutine runs_a_loop_inside spins"
    " visible_example watches_the_clock whole_seconds yields_the_greeting"
)
def test_not_before_its_time(one_guest):
    """The greeting does not come before the seconds are over."""
    _, wait = plan(one_guest.draw)
    assert one_guest.makespan >= wait, one_guest.explain(
        wait, because=f"greet came back {wait - one_guest.makespan:g} s too early"
    )


@catches(
    "awaits_the_wrong_sleep forgets_async forgets_the_import naps_of_a_tenth runs_a_loop_inside"
    " spins watches_the_clock yields_the_greeting"
)
def test_not_after_its_time(one_guest):
    """The greeting comes as soon as the seconds are over, no later."""
    _, wait = plan(one_guest.draw)
    assert one_guest.makespan <= wait, one_guest.explain(
        wait, because=f"greet came back {one_guest.makespan - wait:g} s too late"
    )


@catches(
    "awaits_the_wrong_sleep forgets_async forgets_the_f forgets_the_import greets_ada own_words"
    " prints_the_greeting returns_the_coroutine runs_a_loop_inside visible_example"
    " yields_the_greeting zero_means_nothing"
)
def test_zero_seconds_is_at_once(in_no_time):
    """With zero seconds the greeting comes at once."""
    name, _ = plan(in_no_time.draw)
    assert in_no_time.value == f"hello, {name}", in_no_time.explain(
        f"hello, {name}", got=in_no_time.value
    )
    assert in_no_time.makespan == 0, in_no_time.explain(0, because="greet was asked to wait 0 s")


@catches(
    "awaits_the_wrong_sleep cuts_off_the_fraction does_not_wait_for_its_task forgets_async"
    " forgets_await forgets_the_import joins_a_thread milliseconds returns_the_coroutine"
    " runs_a_loop_inside sleeps_the_thread spins visible_example watches_the_clock whole_seconds"
    " yields_the_greeting"
)
def test_others_run_meanwhile(beside_a_ticker):
    """While you wait, a ticker beside you gets every one of its turns on time."""
    (_, wait), span = plan(beside_a_ticker.draw), beside_a_ticker.makespan
    due = [PERIOD * turn for turn in range(1, int(wait / PERIOD) + 1)]
    early = f"greet came back after {span:g} s instead of {wait:g} s, and the ticker ended"
    why = f"the ticker was due every {PERIOD} s during a wait of {wait:g} s"
    ticks = beside_a_ticker.ticks[: len(due)] or "no tick"
    beside_a_ticker.expect(ticks, due, because=early if span < wait else why)


@catches(
    "awaits_the_wrong_sleep cuts_off_the_fraction does_not_wait_for_its_task forgets_async"
    " forgets_await forgets_the_import joins_a_thread milliseconds naps_of_a_tenth"
    " one_guest_at_a_time returns_the_coroutine runs_a_loop_inside shares_one_timer"
    " sleeps_the_thread spins visible_example watches_the_clock whole_seconds yields_the_greeting"
)
def test_two_greetings_overlap(two_at_once):
    """Two greetings at the same time: each comes when its own seconds are over."""
    (_, longer), (_, shorter) = two_guests(two_at_once.draw)
    ends = [call.ended for call in two_at_once.submission_calls("greet")]
    in_turn = max(ends, default=0) == longer + shorter
    why = "one guest began to wait only when the other one was done" if in_turn else ""
    two_at_once.expect(ends, [longer, shorter], because=why)


@catches(
    "awaits_the_wrong_sleep forgets_async forgets_the_f forgets_the_import greets_ada"
    " prints_the_greeting returns_the_coroutine runs_a_loop_inside shared_variable spins"
    " visible_example watches_the_clock yields_the_greeting"
)
def test_two_greetings_stay_apart(two_at_once):
    """Two guests who wait at the same time both hear their own name."""
    names = [name for name, _ in two_guests(two_at_once.draw)]
    heard = [name in str(greeting) for name, greeting in zip(names, two_at_once.value, strict=True)]
    assert all(heard), two_at_once.explain(
        f"a greeting for {names[0]}, and one for {names[1]}", got=two_at_once.value
    )
