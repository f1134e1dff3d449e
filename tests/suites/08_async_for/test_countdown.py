"""Numbers that arrive one by one, each a period after it was asked for.

The objects come in any shape that `async for` takes; one that can be closed is closed when
the loop was left early, since Python itself does that only some time later.
"""

import asyncio
import itertools
import math

from grader.suite import catches, scenario

FREE = {
    "cancel_comes_out": "catches_everything swallows_the_cancel",
    "everything_awaited": (
        "prints_instead_of_yielding returns_a_list wait_not_awaited yields_the_wait"
    ),
    "loop_never_blocked": "blocks_the_loop",
    "no_error_lost": "catches_everything",
    "nothing_left_running": "counts_in_the_background started_together starts_when_called",
}


def plan(draw):
    """Return where to count from, and the seconds between two numbers."""
    return draw.number(4, 7), draw.pick([0.5, 1.5, 2.0])


async def note_arrivals(numbers, note, work=0.0, label="number"):
    """Note each number when it arrives, and spend `work` seconds on it."""
    note(f"{label} asked for")
    async for number in numbers:
        note(label, number)
        await asyncio.sleep(work)


@scenario
async def counted(kata, draw, note, beside):
    n, period = plan(draw)
    async with beside(period / 4):
        await note_arrivals(kata.countdown(n, period), note)


@scenario
async def used_late(kata, draw, note):
    n, period = plan(draw)
    await note_arrivals(kata.countdown(n, period), note, label="at once")
    numbers = kata.countdown(n, period)
    await asyncio.sleep(2.5 * period)
    await note_arrivals(numbers, note, label="later")


@scenario
async def slow_caller(kata, draw, note):
    n, period = plan(draw)
    await note_arrivals(kata.countdown(n, period), note, label="quick")
    await note_arrivals(kata.countdown(n, period), note, 1.5 * period, label="slow")


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


@scenario
async def cancelled_anywhere(kata, draw, note, sweep):
    n, period = plan(draw)
    await sweep(note_arrivals(kata.countdown(n, period), note))
    await asyncio.sleep(period)  # what cannot be cancelled, such as a thread, may end by itself


def arrivals(run):
    """Return the times at which numbers arrived."""
    return [note.at for note in run.notes("number")]


def numbers_of(run):
    """Return the numbers that arrived."""
    return [note.value for note in run.notes("number")]


def waits_of(run, label="number", work=0.0):
    """Return how long the caller waited for each number, after `work` seconds on the last one."""
    asked = run.notes(f"{label} asked for")[0].at - work
    times = [asked, *(note.at for note in run.notes(label))]
    return [later - earlier - work for earlier, later in itertools.pairwise(times)]


@catches("counts_up plain_generator prints_instead_of_yielding returns_a_list yields_the_wait")
def test_it_counts_down(counted):
    """Each number is one less than the one before it."""
    got = numbers_of(counted)
    expected = list(range(got[0], got[0] - len(got), -1)) if got and is_number(got[0]) else None
    assert got == expected, counted.explain("numbers that go down by one", got=got)


def is_number(value):
    """Tell whether a value is one that a countdown may give."""
    return isinstance(value, int) and not isinstance(value, bool)


@catches(
    "always_three counts_up plain_generator prints_instead_of_yielding returns_a_list"
    " yields_the_wait"
)
def test_it_begins_with_n(counted):
    """The first number is n."""
    n, _ = plan(counted.draw)
    got = numbers_of(counted)[:1]
    assert got == [n], counted.explain(n, f"countdown({n}, ...)", got=got[0] if got else "none")


@catches(
    "counts_up goes_down_to_zero plain_generator prints_instead_of_yielding returns_a_list"
    " stops_before_the_one yields_the_wait"
)
def test_it_ends_with_one(counted):
    """The last number is 1."""
    got = numbers_of(counted)[-1:]
    assert got == [1], counted.explain(1, got=got[0] if got else "none")


@catches(
    "always_a_second plain_generator prints_instead_of_yielding returns_a_list wait_not_awaited"
    " waits_grow_shorter yields_before_the_wait yields_the_wait"
)
def test_the_first_number_comes_after_a_period(counted):
    """The first number comes after a wait of one period."""
    _, period = plan(counted.draw)
    got = arrivals(counted)[:1]
    assert got == [period], counted.explain(period, "one period", got=got[0] if got else "none")


@catches(
    "longer_each_time plain_generator prints_instead_of_yielding returns_a_list waits_grow_shorter"
    " yields_before_the_wait"
)
def test_all_waits_are_equally_long(counted):
    """The caller waits equally long for each number, also for the first."""
    got = waits_of(counted)
    expected = got[-1:] * len(got)
    assert got == expected, counted.explain("waits of the same length", got=got)


@catches(
    "plain_generator prints_instead_of_yielding returns_a_list waits_once_more"
    " yields_before_the_wait"
)
def test_it_ends_with_the_last_number(counted):
    """After the last number the loop ends, without another wait."""
    last = max(arrivals(counted), default=0.0)
    assert counted.makespan == last, counted.explain(
        last,
        "when the last number came" if last else "no number came",
        because="nothing more comes after the last number, so there is nothing to wait for",
    )


@catches(
    "first_wait_begins_at_once plain_generator prints_instead_of_yielding returns_a_list"
    " starts_when_called"
)
def test_nothing_begins_before_it_is_asked_for(used_late):
    """Nothing begins before the first number is asked for."""
    expected = waits_of(used_late, "at once")[:1]
    got = waits_of(used_late, "later")[:1]
    assert got == expected, used_late.explain(
        expected,
        "the first wait, as when the number is asked for at once",
        got=got,
        because="the wait had begun before the first number was asked for"
        if got < expected
        else "",
    )


@catches(
    "counts_in_the_background on_a_timetable plain_generator prints_instead_of_yielding"
    " returns_a_list started_together starts_when_called"
)
def test_each_wait_begins_when_its_number_is_asked_for(slow_caller):
    """Each wait begins when its number is asked for, also when the caller is slow."""
    _, period = plan(slow_caller.draw)
    expected = waits_of(slow_caller, "quick")
    got = waits_of(slow_caller, "slow", work=1.5 * period)
    assert got == expected, slow_caller.explain(
        expected,
        "the waits for the numbers, as with a caller who is quick",
        got=got,
        because="the clock went on while the caller was busy" if sum(got) < sum(expected) else "",
    )


@catches("blocks_the_loop plain_generator prints_instead_of_yielding returns_a_list")
def test_others_run_in_between(counted):
    """While the countdown waits, others run."""
    _, period = plan(counted.draw)
    step = period / 4
    end = counted.makespan
    # A tick at the very end of the countdown may come or not: it is the same instant.
    expected = [step * count for count in range(1, math.ceil(end / step))]
    got = [tick for tick in counted.ticks if tick < end]
    assert got == expected, counted.explain(
        expected,
        f"a tick every {step:g} s",
        got=got,
        because="the ticker beside the countdown could not run: something kept the loop busy"
        if counted.blocked
        else "",
    )


@catches(
    "always_three first_wait_begins_at_once goes_down_to_zero plain_generator"
    " prints_instead_of_yielding returns_a_list waits_once_more"
)
def test_from_zero_there_is_nothing(from_zero):
    """`countdown(0, ...)` gives no number and takes no time."""
    got = numbers_of(from_zero)
    assert got == [], from_zero.explain([], got=got)
    assert from_zero.makespan == 0, from_zero.explain(0.0, "nothing to wait for")


@catches(
    "catches_everything counts_in_the_background plain_generator prints_instead_of_yielding"
    " returns_a_list started_together starts_when_called"
)
def test_leaving_early_is_clean(left_early):
    """When the caller leaves the loop early, nothing goes on."""
    left = left_early.run.leftovers
    kinds = [one.kind for one in left]
    often = {kind: kinds.count(kind) for kind in kinds}
    many = [f"{count} {kind}{'s' * (count > 1)} left" for kind, count in often.items()]
    assert not left, left_early.explain(
        "nothing left",
        got=", ".join(sorted(many)),
        because="the caller has left the loop and will not ask for more",
        where=left[0].where,
    )
