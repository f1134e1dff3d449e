"""First await: the greeting comes at its time, and nobody else is held up."""

import asyncio

from grader.suite import Draw, catches, scenario

PERIOD = 0.25  # of the ticker that runs beside the learner's code

FREE = {
    "comes_to_an_end": ("spins", "watches_the_clock"),
    "everything_awaited": (
        "forgets_await",
        "returns_the_coroutine",
        "runs_a_loop_inside",
        "forgets_async",
    ),
    "nothing_left_running": ("does_not_wait_for_its_task",),
    "loop_never_blocked": ("sleeps_the_thread", "awaits_the_wrong_sleep"),
    "one_loop": ("runs_a_loop_inside", "forgets_async"),
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
    "forgets_the_import",
    "yields_the_greeting",
    "forgets_async",
    "awaits_the_wrong_sleep",
    "returns_the_coroutine",
    "prints_the_greeting",
    "spins",
    "runs_a_loop_inside",
    "watches_the_clock",
)
def test_returns_a_text(one_guest):
    """What comes back is a text."""
    assert isinstance(one_guest.value, str), one_guest.explain("a text", got=one_guest.value)


@catches(
    "forgets_the_import",
    "yields_the_greeting",
    "forgets_async",
    "awaits_the_wrong_sleep",
    "returns_the_coroutine",
    "prints_the_greeting",
    "visible_example",
    "greets_ada",
    "forgets_the_f",
    "spins",
    "runs_a_loop_inside",
    "watches_the_clock",
)
def test_the_name_is_in_it(one_guest):
    """The name of the guest is in the greeting."""
    name, _ = plan(one_guest.draw)
    assert name in str(one_guest.value), one_guest.explain(
        f"a text with {name} in it", got=one_guest.value
    )


@catches(
    "forgets_the_import",
    "yields_the_greeting",
    "forgets_async",
    "awaits_the_wrong_sleep",
    "returns_the_coroutine",
    "prints_the_greeting",
    "visible_example",
    "greets_ada",
    "forgets_the_f",
    "own_words",
    "spins",
    "runs_a_loop_inside",
    "watches_the_clock",
)
def test_the_words_are_right(one_guest):
    """The greeting is, to the letter, "hello, <name>"."""
    name, _ = plan(one_guest.draw)
    assert one_guest.value == f"hello, {name}", one_guest.explain(
        f"hello, {name}", got=one_guest.value
    )


@catches(
    "forgets_the_import",
    "yields_the_greeting",
    "forgets_async",
    "awaits_the_wrong_sleep",
    "forgets_await",
    "returns_the_coroutine",
    "does_not_wait_for_its_task",
    "visible_example",
    "whole_seconds",
    "cuts_off_the_fraction",
    "milliseconds",
    "spins",
    "runs_a_loop_inside",
    "watches_the_clock",
)
def test_not_before_its_time(one_guest):
    """The greeting does not come before the seconds are over."""
    _, wait = plan(one_guest.draw)
    assert one_guest.makespan >= wait, one_guest.explain(
        wait, because=f"greet came back {wait - one_guest.makespan:g} s too early"
    )


@catches(
    "forgets_the_import",
    "yields_the_greeting",
    "forgets_async",
    "awaits_the_wrong_sleep",
    "naps_of_a_tenth",
    "spins",
    "runs_a_loop_inside",
    "watches_the_clock",
)
def test_not_after_its_time(one_guest):
    """The greeting comes as soon as the seconds are over, no later."""
    _, wait = plan(one_guest.draw)
    assert one_guest.makespan <= wait, one_guest.explain(
        wait, because=f"greet came back {one_guest.makespan - wait:g} s too late"
    )


@catches(
    "forgets_the_import",
    "yields_the_greeting",
    "forgets_async",
    "awaits_the_wrong_sleep",
    "returns_the_coroutine",
    "prints_the_greeting",
    "visible_example",
    "greets_ada",
    "forgets_the_f",
    "own_words",
    "zero_means_nothing",
    "runs_a_loop_inside",
)
def test_zero_seconds_is_at_once(in_no_time):
    """With zero seconds the greeting comes at once."""
    name, _ = plan(in_no_time.draw)
    assert in_no_time.value == f"hello, {name}", in_no_time.explain(
        f"hello, {name}", got=in_no_time.value
    )
    assert in_no_time.makespan == 0, in_no_time.explain(0, because="greet was asked to wait 0 s")


@catches(
    "sleeps_the_thread",
    "forgets_the_import",
    "yields_the_greeting",
    "forgets_async",
    "awaits_the_wrong_sleep",
    "forgets_await",
    "returns_the_coroutine",
    "does_not_wait_for_its_task",
    "visible_example",
    "whole_seconds",
    "cuts_off_the_fraction",
    "milliseconds",
    "spins",
    "runs_a_loop_inside",
    "watches_the_clock",
)
def test_others_run_meanwhile(beside_a_ticker):
    """While you wait, a ticker beside you gets every one of its turns on time."""
    _, wait = plan(beside_a_ticker.draw)
    due = [PERIOD * turn for turn in range(1, int(wait / PERIOD) + 1)]
    ticks = beside_a_ticker.ticks[: len(due)]
    span = beside_a_ticker.makespan
    because = f"the ticker was due every {PERIOD} s during a wait of {wait:g} s"
    if span < wait:
        because = f"greet came back after {span:g} s instead of {wait:g} s, and the ticker ended"
    assert ticks == due, beside_a_ticker.explain(due, got=ticks or "no tick", because=because)


@catches(
    "sleeps_the_thread",
    "forgets_the_import",
    "yields_the_greeting",
    "forgets_async",
    "awaits_the_wrong_sleep",
    "forgets_await",
    "returns_the_coroutine",
    "does_not_wait_for_its_task",
    "visible_example",
    "whole_seconds",
    "cuts_off_the_fraction",
    "milliseconds",
    "naps_of_a_tenth",
    "spins",
    "runs_a_loop_inside",
    "watches_the_clock",
)
def test_two_greetings_overlap(two_at_once):
    """Two greetings at the same time take as long as the longer one."""
    (_, longer), (_, shorter) = two_guests(two_at_once.draw)
    in_turn = two_at_once.makespan == longer + shorter
    assert two_at_once.makespan == longer, two_at_once.explain(
        longer,
        f"max({longer}, {shorter})",
        because="one guest began to wait only when the other one was done" if in_turn else "",
    )


@catches(
    "forgets_the_import",
    "yields_the_greeting",
    "forgets_async",
    "awaits_the_wrong_sleep",
    "returns_the_coroutine",
    "prints_the_greeting",
    "visible_example",
    "greets_ada",
    "forgets_the_f",
    "shared_variable",
    "spins",
    "runs_a_loop_inside",
    "watches_the_clock",
)
def test_two_greetings_stay_apart(two_at_once):
    """Two guests who wait at the same time both hear their own name."""
    names = [name for name, _ in two_guests(two_at_once.draw)]
    heard = [name in str(greeting) for name, greeting in zip(names, two_at_once.value, strict=True)]
    assert all(heard), two_at_once.explain(
        f"a greeting for {names[0]}, and one for {names[1]}", got=two_at_once.value
    )
