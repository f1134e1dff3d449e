"""A stream mapped a few items at a time: what is taken, what runs, what comes out, what is left."""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "cancel_comes_out": (
        "a_cancel_ends_the_loop closes_a_source_that_is_busy task_group_around_the_yield"
    ),
    "no_error_lost": "closes_a_source_that_is_busy leaves_calls_running",
    "nothing_left_running": (
        "cancels_and_does_not_wait closes_a_source_that_is_busy in_batches leaves_calls_running"
        " results_at_the_end semaphore_and_everything_read"
    ),
}

LIMIT = 3
PAUSE, WAIT = 1.625, 0.625  # of a slow source, and of the quick calls for its items
ODD = (None, 0, "", False)  # items and results that count as false


def plan(draw):
    """Return items and the seconds of their calls: one long call first, then seven short ones."""
    unit = draw.pick((0.375, 0.625, 0.875))
    return dict(zip(draw.names(8), [3 * unit] + 7 * [unit], strict=True))


def result_of(item):
    """Return what the given `fn` makes of an item."""
    return f"<{item}>"


async def stream(note, items, pause=0.0, error=None):
    """Give the items, each after a pause; note each one, and the end. Then it may fail."""
    try:
        for item in items:
            await asyncio.sleep(pause)
            note("taken", item)
            yield item
        if error is not None:
            raise error
    finally:
        note("source closed")


class Plain:
    """A source that cannot be closed."""

    def __init__(self, items):
        self.items = list(items)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.items:
            return self.items.pop(0)
        raise StopAsyncIteration


async def read(results, note, count=-1, busy=0.0):
    """Note so many results, or all, each followed by a busy time; close and note the end."""
    try:
        async for result in results:
            note("result", result)
            if busy:
                await asyncio.sleep(busy)
                note("not disturbed")
            count -= 1
            if not count:
                break
        return "the end, and no error"
    finally:
        try:
            if hasattr(results, "aclose"):
                await results.aclose()
        finally:
            note("over")


@scenario(schedules=3)
async def quick_reader(kata, draw, work, note):
    waits = plan(draw)
    fn = work("fn", waits, gives=result_of)
    await read(kata.map_limited(fn, stream(note, waits), LIMIT), note)


@scenario(schedules=3)
async def slow_reader(kata, draw, work, note):
    source = stream(note, draw.names(12))
    await read(kata.map_limited(work("fn", 0.5, gives=result_of), source, LIMIT), note, busy=2)


@scenario
async def slow_source(kata, draw, work, note):
    source = stream(note, draw.names(3), PAUSE)
    await read(kata.map_limited(work("fn", WAIT, gives=result_of), source, LIMIT), note)


@scenario(schedules=3)
async def plain_source(kata, work, note, attempt, failure):
    source = Plain([*ODD, failure("was in the dark")])
    fn = work("fn", 0.5, gives=lambda item: item)
    return await attempt(read(kata.map_limited(fn, source, LIMIT), note))


@scenario
async def closed_early(kata, draw, work, note, attempt):
    first, *others = items = draw.names(9)
    fn = work("fn", {first: 2.5, **dict.fromkeys(others, 4)}, gives=result_of, cleanup=0.25)
    # When the first result comes two more calls run, and the source is at its fourth item.
    return await attempt(read(kata.map_limited(fn, stream(note, items, 1), 5), note, count=1))


@scenario
async def a_call_fails(kata, draw, work, note, attempt, failure):
    first, second, *others = items = draw.names(6)
    waits = {first: 0.5, second: 1.0, **dict.fromkeys(others, 6)}
    fn = work("fn", waits, gives=result_of, fails={second: failure("no picture")})
    return await attempt(read(kata.map_limited(fn, stream(note, items), LIMIT), note, busy=2))


@scenario(schedules=3)
async def the_source_fails(kata, draw, work, note, attempt, failure):
    source = stream(note, draw.names(4), 0.25, failure("camera fell down"))
    fn = work("fn", 0.5, gives=result_of)
    return await attempt(read(kata.map_limited(fn, source, LIMIT), note))


@scenario
async def cancelled_anywhere(kata, draw, work, note, sweep):
    waits = dict(zip(draw.names(4), draw.seconds(4, high=2), strict=True))
    fn = work("fn", waits, gives=result_of, cleanup=0.25)
    source = stream(note, waits, 0.125)
    await sweep(read(kata.map_limited(fn, source, 2), note, busy=0.5))


def arrivals(run):
    """Return the times at which results arrived."""
    return [note.at for note in run.notes("result")]


def most_ahead(run):
    """Return how many items, at most, were taken and not given out when an instant was over."""
    steps = [(note.at, (note.label == "taken") - (note.label == "result")) for note in run.notes()]
    return max(sum(step for at, step in steps if at <= now) for now, _ in steps)


def nothing_left(run):
    """Ask that no call is running and the source is closed when the reader is through."""
    labels, over = [note.label for note in run.notes()], run.notes("over")[0]
    begun = [call for call in run.calls("fn") if call.started is not None]
    late = sum(call.ended is None or call.ended > over.at for call in begun)
    left = [f"{late} running"] * bool(late)
    left += ["the source still open"] * ("source closed" not in labels[: labels.index("over")])
    assert not left, run.explain("no call running, and the source closed", got=", ".join(left))


@catches("all_workers_ask_at_once forgets_the_last_ones one_of_those_that_are_done")
def test_every_item_has_its_result(quick_reader):
    """Every item has its result, also the last ones."""
    expected = sorted(map(result_of, plan(quick_reader.draw)))
    got = sorted(str(note.value) for note in quick_reader.notes("result"))
    quick_reader.expect(got, expected)


@catches("all_workers_ask_at_once one_too_many")
def test_no_more_than_the_limit(quick_reader):
    """No more than `limit` calls run at the same time."""
    most = quick_reader.peak("fn")
    assert most <= LIMIT, quick_reader.explain(f"at most {LIMIT} at a time", got=f"{most}")


@catches(
    "all_workers_ask_at_once forgets_the_last_ones in_batches in_the_order_of_the_items"
    " one_at_a_time one_of_those_that_are_done one_too_many results_at_the_end"
)
def test_results_come_as_they_finish(quick_reader):
    """Results come at the moment when they are there, and a free place is used at once."""
    *_, unit = plan(quick_reader.draw).values()
    expected = [unit * count for count in (1, 1, 2, 2, 3, 3, 3, 4)]
    quick_reader.expect(arrivals(quick_reader), expected, because="the first call is the longest")


@catches(
    "all_workers_ask_at_once asks_with_a_time_limit in_batches in_the_order_of_the_items"
    " results_at_the_end semaphore_and_everything_read waits_until_the_window_is_full"
)
def test_a_slow_source_holds_up_no_result(slow_source):
    """The first result does not wait for the next item of a slow source."""
    got, expected = arrivals(slow_source)[:1], [PAUSE + WAIT]
    formula = f"{PAUSE:g} for the first item + {WAIT:g} for its call"
    assert got == expected, slow_source.explain(expected, formula, got=got)


@catches(
    "all_workers_ask_at_once one_of_those_that_are_done one_too_many queue_as_long_as_the_limit"
    " queue_without_a_size results_at_the_end semaphore_and_everything_read"
)
def test_never_read_ahead(slow_reader):
    """Of the items taken, at most `limit + 1` have not been given out, however slow the reader."""
    most, ahead = LIMIT + 1, most_ahead(slow_reader)
    why = f"limit is {LIMIT}, and the reader is busy for 2 s after each result"
    assert ahead <= most, slow_reader.explain(f"at most {most} ahead", got=f"{ahead}", because=why)


@catches(
    "an_empty_item_ends_it empty_results_are_left_out forgets_the_last_ones none_ends_it"
    " one_of_those_that_are_done returned_errors_are_raised"
)
def test_anything_may_be_a_result(plain_source):
    """Anything may be an item or a result: None, 0, other empty values, a returned exception."""
    got = [note.value for note in plain_source.notes("result")]
    kinds = " ".join(sorted(type(value).__name__ for value in got))
    told = plain_source.explain("None, 0, '', False and an exception object", got=got)
    assert kinds == "Error NoneType bool int str", told


@catches("counts_on_aclose returned_errors_are_raised")
def test_a_source_need_not_have_aclose(plain_source):
    """A source without `aclose` is as good as any other."""
    error = plain_source.value.error
    assert error is None, plain_source.explain("the results, and no error", got=error)


@catches("all_workers_ask_at_once closes_a_source_that_is_busy task_group_around_the_yield")
def test_closing_is_quiet(closed_early):
    """Closing raises nothing, also while the source is busy with its next item."""
    error = closed_early.value.error
    assert error is None, closed_early.explain("a quiet end", got=error)


@catches(
    "a_failing_source_just_ends all_workers_ask_at_once asks_with_a_time_limit group_comes_out"
    " hides_the_errors task_group_around_the_yield"
)
def test_an_error_comes_out(a_call_fails, the_source_fails):
    """When a call or the source fails, the reader gets its error: itself, and not in a group."""
    a_call_fails.raises("no picture", because="here a call fails", alone=True)
    the_source_fails.raises("camera fell down", because="here the source fails", alone=True)


@catches("task_group_around_the_yield")
def test_an_error_waits_for_the_reader(a_call_fails):
    """A call that fails while the reader is busy does not disturb it."""
    expected = [at + 2 for at in arrivals(a_call_fails)]
    done = [note.at for note in a_call_fails.notes("not disturbed")]
    a_call_fails.expect(done, expected, because="the reader is busy for 2 s after each result")


@catches(
    "cancels_and_does_not_wait closes_a_source_that_is_busy in_batches leaves_calls_running"
    " results_at_the_end semaphore_and_everything_read source_left_open task_group_around_the_yield"
)
def test_at_the_end_nothing_is_left(closed_early, a_call_fails, cancelled_anywhere):
    """After `aclose()`, an error or a cancel no call is running, and the source is closed."""
    for run in (closed_early, a_call_fails, cancelled_anywhere):
        nothing_left(run)
