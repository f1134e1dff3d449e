"""First await: the greeting comes at its time, and nobody else is held up."""

import asyncio

from grader.suite import Draw, catches, scenario

PERIOD = 0.25  # of the ticker that runs beside the learner's code

FREE = {
    "comes_to_an_end": ("spins", "watches_the_clock"),
    "everything_awaited": ("forgets_await", "returns_the_coroutine", "runs_a_loop_inside"),
    "nothing_left_running": ("does_not_wait_for_its_task",),
    "loop_never_blocked": ("sleeps_the_thread",),
    "one_loop": ("runs_a_loop_inside",),
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
    "returns_the_coroutine",
    "prints_the_greeting",
    "visible_example",
    "spins",
    "runs_a_loop_inside",
    "watches_the_clock",
)
def test_greets_by_name(one_guest):
    """The result is the text "hello, <name>"."""
    name, _ = plan(one_guest.draw)
    assert one_guest.value == f"hello, {name}", one_guest.explain(
        f"hello, {name}", got=one_guest.value, because="the caller gets what greet returns"
    )


@catches(
    "forgets_await",
    "returns_the_coroutine",
    "does_not_wait_for_its_task",
    "visible_example",
    "whole_seconds",
    "naps_of_a_tenth",
    "spins",
    "runs_a_loop_inside",
    "watches_the_clock",
)
def test_waits_as_long_as_asked(one_guest):
    """The greeting comes after exactly the seconds that were asked."""
    _, wait = plan(one_guest.draw)
    assert one_guest.makespan == wait, one_guest.explain(
        wait, because=f"greet was asked to wait {wait} s"
    )


@catches(
    "returns_the_coroutine",
    "prints_the_greeting",
    "visible_example",
    "zero_means_nothing",
    "runs_a_loop_inside",
)
def test_zero_seconds_is_at_once(in_no_time):
    """With zero seconds the greeting comes at once."""
    name, _ = plan(in_no_time.draw)
    assert in_no_time.value == f"hello, {name}", in_no_time.explain(
        f"hello, {name}", got=in_no_time.value, because="zero seconds is a wait like any other"
    )
    assert in_no_time.makespan == 0, in_no_time.explain(0, because="greet was asked to wait 0 s")


@catches(
    "sleeps_the_thread",
    "forgets_await",
    "returns_the_coroutine",
    "does_not_wait_for_its_task",
    "visible_example",
    "whole_seconds",
    "spins",
    "runs_a_loop_inside",
    "watches_the_clock",
)
def test_others_run_meanwhile(beside_a_ticker):
    """While you wait, a ticker beside you gets every one of its turns on time."""
    _, wait = plan(beside_a_ticker.draw)
    due = [PERIOD * turn for turn in range(1, int(wait / PERIOD) + 1)]
    ticks = beside_a_ticker.ticks[: len(due)]
    assert ticks == due, beside_a_ticker.explain(
        due,
        got=ticks or "no tick",
        because=f"the ticker was due every {PERIOD} s during a wait of {wait} s",
    )


@catches(
    "sleeps_the_thread",
    "forgets_await",
    "returns_the_coroutine",
    "does_not_wait_for_its_task",
    "visible_example",
    "whole_seconds",
    "naps_of_a_tenth",
    "spins",
    "runs_a_loop_inside",
    "watches_the_clock",
)
def test_two_greetings_overlap(two_at_once):
    """Two greetings at the same time take as long as the longer one."""
    (_, longer), (_, shorter) = two_guests(two_at_once.draw)
    assert two_at_once.makespan == longer, two_at_once.explain(
        longer, f"max({longer}, {shorter})", because="both guests wait at the same time"
    )


@catches(
    "returns_the_coroutine",
    "prints_the_greeting",
    "visible_example",
    "shared_variable",
    "spins",
    "runs_a_loop_inside",
    "watches_the_clock",
)
def test_two_greetings_stay_apart(two_at_once):
    """Two guests who wait at the same time both hear their own name."""
    greetings = [f"hello, {name}" for name, _ in two_guests(two_at_once.draw)]
    assert two_at_once.value == greetings, two_at_once.explain(
        greetings, got=two_at_once.value, because="each call keeps its own name"
    )
