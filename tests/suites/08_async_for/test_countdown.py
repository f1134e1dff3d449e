"""Numbers that arrive one by one, each a period after it was asked for.

The objects come in any shape that `async for` takes; one that can be closed is closed when
the loop was left early, since Python itself does that only some time later.
"""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "loop_never_blocked": ("blocks_the_loop",),
    "everything_awaited": ("wait_not_awaited", "returns_a_list"),
    "nothing_left_running": ("started_together", "starts_when_called"),
}


def plan(draw):
    """Return where to count from, and the seconds between two numbers."""
    return draw.number(4, 7), draw.pick([0.5, 1.0, 2.0])


async def note_arrivals(numbers, note, work=0.0):
    """Note each number when it arrives, and spend `work` seconds on it."""
    async for number in numbers:
        note("number", number)
        await asyncio.sleep(work)


@scenario
async def counted(kata, draw, note, beside):
    n, period = plan(draw)
    async with beside(period / 4):
        await note_arrivals(kata.countdown(n, period), note)


@scenario
async def used_late(kata, draw, note):
    n, period = plan(draw)
    numbers = kata.countdown(n, period)
    await asyncio.sleep(2.5 * period)
    await note_arrivals(numbers, note)


@scenario
async def slow_caller(kata, draw, note):
    n, period = plan(draw)
    await note_arrivals(kata.countdown(n, period), note, work=1.5 * period)


@scenario
async def from_zero(kata, draw, note):
    _, period = plan(draw)
    await note_arrivals(kata.countdown(0, period), note)


@scenario
async def left_early(kata, draw):
    n, period = plan(draw)
    numbers = kata.countdown(n, period)
    async for _ in numbers:
        break
    if hasattr(numbers, "aclose"):
        await numbers.aclose()


def arrivals(run):
    """Return the times at which numbers arrived."""
    return [note.at for note in run.notes("number")]


@catches(
    "returns_a_list",
    "plain_generator",
    "counts_up",
    "goes_down_to_zero",
    "always_three",
)
def test_it_counts_down_to_one(counted):
    """The numbers are n, n - 1, ..., 1."""
    n, _ = plan(counted.draw)
    expected = list(range(n, 0, -1))
    got = [note.value for note in counted.notes("number")]
    assert got == expected, counted.explain(expected, f"from {n} down to 1", got=got)


@catches(
    "yields_before_the_wait",
    "wait_not_awaited",
    "returns_a_list",
    "plain_generator",
    "longer_each_time",
    "goes_down_to_zero",
    "always_three",
)
def test_each_number_comes_after_its_wait(counted):
    """Each number comes after a wait of one period, also the first."""
    n, period = plan(counted.draw)
    expected = [period * step for step in range(1, n + 1)]
    got = arrivals(counted)
    assert got == expected, counted.explain(
        expected,
        f"{n} numbers, a wait of {period:g} s before each",
        got=got,
        because="there is one wait for each number, and it comes first",
    )


@catches(
    "waits_once_more",
    "wait_not_awaited",
    "returns_a_list",
    "plain_generator",
    "longer_each_time",
    "goes_down_to_zero",
    "always_three",
)
def test_it_ends_with_the_last_number(counted):
    """After the last number the loop ends, without another wait."""
    n, period = plan(counted.draw)
    last = n * period
    assert counted.makespan == last, counted.explain(
        last,
        f"{n} * {period:g}",
        because="the loop ends with the last number, not before and not after it",
    )


@catches(
    "yields_before_the_wait",
    "wait_not_awaited",
    "returns_a_list",
    "plain_generator",
    "starts_when_called",
    "longer_each_time",
    "goes_down_to_zero",
    "always_three",
)
def test_nothing_begins_before_it_is_asked_for(used_late):
    """Nothing begins before the first number is asked for."""
    n, period = plan(used_late.draw)
    pause = 2.5 * period
    expected = [pause + period * step for step in range(1, n + 1)]
    got = arrivals(used_late)
    assert got == expected, used_late.explain(
        expected,
        f"asked for at {pause:g} s, a wait of {period:g} s before each number",
        got=got,
        because="the first wait begins when the first number is asked for",
    )


@catches(
    "yields_before_the_wait",
    "wait_not_awaited",
    "returns_a_list",
    "plain_generator",
    "started_together",
    "starts_when_called",
    "on_a_timetable",
    "longer_each_time",
    "goes_down_to_zero",
    "always_three",
)
def test_each_wait_begins_when_its_number_is_asked_for(slow_caller):
    """Each wait begins when its number is asked for, also when the caller is slow."""
    n, period = plan(slow_caller.draw)
    work = 1.5 * period
    expected = [period + step * (work + period) for step in range(n)]
    got = arrivals(slow_caller)
    assert got == expected, slow_caller.explain(
        expected,
        f"a wait of {period:g} s, then {work:g} s of the caller's work, and again",
        got=got,
        because="the clock went on while the caller was busy",
    )


@catches(
    "blocks_the_loop",
    "returns_a_list",
    "plain_generator",
)
def test_others_run_in_between(counted):
    """While the countdown waits, others run."""
    n, period = plan(counted.draw)
    step = period / 4
    end = min(counted.makespan, n * period)
    # A tick at the very end of the countdown may come or not: it is the same instant.
    expected = [step * count for count in range(1, round(end / step))]
    got = [tick for tick in counted.ticks if tick < end]
    assert got == expected, counted.explain(
        expected,
        f"a tick every {step:g} s",
        got=got,
        because="the ticker beside the countdown could not run in time",
    )


@catches(
    "waits_once_more",
    "returns_a_list",
    "plain_generator",
    "goes_down_to_zero",
    "always_three",
)
def test_from_zero_there_is_nothing(from_zero):
    """`countdown(0, ...)` gives no number and takes no time."""
    got = [note.value for note in from_zero.notes("number")]
    assert got == [], from_zero.explain([], got=got)
    assert from_zero.makespan == 0, from_zero.explain(0.0, "nothing to wait for")


@catches(
    "returns_a_list",
    "plain_generator",
    "started_together",
    "starts_when_called",
    "catches_everything",
)
def test_leaving_early_is_clean(left_early):
    """When the caller leaves the loop early, nothing goes on."""
    left = left_early.run.leftovers
    assert not left, left_early.explain(
        "nothing is left",
        got=f"{len(left)} left ({', '.join(sorted({one.kind for one in left}))})",
        because="the caller has left the loop and will not ask for more",
        where=left[0].where,
    )
