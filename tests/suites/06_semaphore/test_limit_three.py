"""At most `limit` fetches at a time, and every free place used at once.

What happens to the other fetches after an error is left open; only nobody may be stuck.
"""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "cancel_comes_out": ("swallows_the_cancel",),
    "comes_to_an_end": ("spins_for_a_place", "worker_dies", "workers_left_waiting"),
    "everything_awaited": ("acquire_not_awaited",),
    "no_error_lost": ("worker_dies", "workers_left_waiting"),
    "nothing_left_running": (
        "arrival_order",
        "one_semaphore_for_the_module",
        "place_lost_on_error",
        "tasks_outlive_a_cancel",
        "worker_dies",
        "workers_left_waiting",
    ),
}

LIMIT = 3


def plan(draw):
    """Return keys and latencies for three places: one long fetch first, then six short ones."""
    # Nobody who sleeps for a guessed time wakes just when a place becomes free.
    unit = draw.pick([0.375, 0.625, 0.875])
    keys = draw.names(7)
    return keys, dict(zip(keys, [3 * unit] + 6 * [unit], strict=True))


def plan_any(draw):
    """Return five keys with uneven latencies."""
    keys = draw.names(5)
    return keys, dict(zip(keys, draw.seconds(5), strict=True))


def plan_repeats(draw):
    """Return keys of which one occurs three times, and latencies."""
    first, second, third = draw.names(3)
    keys = [first, second, first, third, first]
    return keys, dict(zip((first, second, third), draw.seconds(3), strict=True))


def plan_pairs(draw):
    """Return two keys for each of two callers, and the one latency of all four fetches."""
    keys = draw.names(4)
    return (keys[:2], keys[2:]), draw.seconds(1)[0]


def value_of(key):
    """Return what the given `fetch` makes of a key."""
    return f"<{key}>"


@scenario
async def long_one_first(kata, draw, work):
    keys, waits = plan(draw)
    return await kata.fetch_limited(work("fetch", waits, gives=value_of), keys, LIMIT)


@scenario
async def repeated_keys(kata, draw, work):
    keys, waits = plan_repeats(draw)
    return await kata.fetch_limited(work("fetch", waits, gives=value_of), keys, 2)


@scenario
async def one_place(kata, draw, work):
    keys, waits = plan_any(draw)
    return await kata.fetch_limited(work("fetch", waits, gives=value_of), keys, 1)


@scenario
async def more_places_than_keys(kata, draw, work):
    keys, waits = plan_any(draw)
    return await kata.fetch_limited(work("fetch", waits, gives=value_of), keys, len(keys) + 2)


@scenario(schedules=3)
async def two_callers(kata, draw, work):
    (ours, theirs), wait = plan_pairs(draw)
    fetch = work("fetch", wait, gives=value_of)
    return await asyncio.gather(
        kata.fetch_limited(fetch, ours, 2), kata.fetch_limited(fetch, theirs, 2)
    )


@scenario
async def first_one_fails(kata, draw, work, attempt, failure):
    keys, waits = plan_any(draw)
    fetch = work("fetch", waits, gives=value_of, fails={keys[0]: failure("thrown out")})
    ended = await attempt(kata.fetch_limited(fetch, keys, 1))
    # Fetches that were not stopped have time to finish before anything counts as stuck.
    await asyncio.sleep(2 * sum(waits.values()))
    return ended


@scenario
async def cancelled_anywhere(kata, draw, work, sweep):
    keys, waits = plan_any(draw)
    fetch = work("fetch", waits, gives=value_of)
    await sweep(kata.fetch_limited(fetch, keys, 2))
    await asyncio.sleep(max(waits.values()))  # a fetch in flight may end by itself


def shared_out(waits, places):
    """Return what each place does when every fetch, in turn, takes the one that is free first."""
    busy = [[] for _ in range(places)]
    for wait in waits:
        min(busy, key=sum).append(wait)
    return busy


def listed(value):
    """Return the values of an answer; that a dict is no list is for one check alone to say."""
    return list(value.values()) if isinstance(value, dict) else value


def only_moved(got, expected):
    """Tell whether all the values are there, in another order."""
    complete = isinstance(got, list) and len(got) == len(expected)
    return complete and all(value in got for value in expected)


def crowd_of_late_ones(run):
    """Return how many fetches run, at most, in a moment in which a later one begins."""
    begun = [call for call in run.calls("fetch") if call.started is not None]
    moments = [call.started for call in begun if call.started > 0]
    return max((sum(is_running(call, at) for call in begun) for at in moments), default=0)


def is_running(call, at):
    """Tell whether a call is going on at an instant; one that ends then makes room."""
    return call.started <= at and (call.ended is None or call.ended > at)


@catches(
    "acquire_not_awaited",
    "around_the_gather",
    "no_limit",
    "one_too_many",
    "semaphore_around_the_start",
    "semaphore_for_each",
    "spins_for_a_place",
    "starts_one_too_many",
    "with_without_async",
)
def test_no_more_than_the_limit_begin(long_one_first):
    """In the beginning not more than `limit` fetches start."""
    begun = [call for call in long_one_first.calls("fetch") if call.started == 0]
    assert len(begun) <= LIMIT, long_one_first.explain(
        f"at most {LIMIT} at a time",
        got=f"{len(begun)} begun in the first moment",
        because="a fetch began although all places were taken",
    )


@catches(
    "one_too_many",
    "released_twice",
    "spins_for_a_place",
    "starts_one_too_many",
    "with_without_async",
)
def test_no_more_than_the_limit_later_on(long_one_first):
    """Whoever begins later finds a free place."""
    most = crowd_of_late_ones(long_one_first)
    assert most <= LIMIT, long_one_first.explain(
        f"at most {LIMIT} at a time",
        got=f"{most} at the same time",
        because="a fetch that had to wait at first began although all places were taken",
    )


@catches(
    "batches",
    "lanes_dealt_in_advance",
    "one_after_another",
    "one_lock_for_all",
    "pauses_when_all_are_taken",
    "polls_for_a_place",
    "spins_for_a_place",
    "with_without_async",
)
def test_a_free_place_is_used_at_once(long_one_first):
    """A place that becomes free is used at once."""
    over = [call for call in long_one_first.calls("fetch") if call.ended is not None]
    begun = sorted(over, key=lambda call: call.started)
    places = shared_out([call.ended - call.started for call in begun], LIMIT)
    shortest = max(map(sum, places))
    sums = (" + ".join(f"{wait:g}" for wait in place) for place in places)
    late = "a place was empty while keys were waiting"
    long_one_first.takes(shortest, f"max({', '.join(sums)})", late=late)


@catches(
    "acquire_not_awaited",
    "always_three",
    "around_the_gather",
    "no_limit",
    "one_semaphore_for_the_module",
    "one_too_many",
    "polls_for_a_place",
    "released_twice",
    "semaphore_around_the_start",
    "semaphore_for_each",
    "spins_for_a_place",
    "starts_one_too_many",
    "with_without_async",
)
def test_one_place_means_one_by_one(one_place):
    """With a single place the fetches run one by one, without a gap."""
    _, waits = plan_any(one_place.draw)
    total = sum(waits.values())
    assert one_place.makespan == total, one_place.explain(
        total,
        " + ".join(f"{wait:g}" for wait in waits.values()),
        because="fetches ran at the same time, and there is only one place"
        if one_place.peak("fetch") > 1
        else "each fetch begins when the one before it ends, without a gap",
    )


@catches(
    "always_three",
    "one_after_another",
    "one_lock_for_all",
    "one_semaphore_for_the_module",
    "with_without_async",
)
def test_with_room_for_all_they_run_together(more_places_than_keys):
    """With more places than keys all fetches run at the same time."""
    _, waits = plan_any(more_places_than_keys.draw)
    slowest = max(waits.values())
    sums = f"max({', '.join(f'{wait:g}' for wait in waits.values())})"
    late = "there was a place for everybody, and somebody waited all the same"
    more_places_than_keys.takes(slowest, sums, late=late)


@catches(
    "one_after_another",
    "one_lock_for_all",
    "one_semaphore_for_the_module",
    "with_without_async",
)
def test_two_callers_have_places_of_their_own(two_callers):
    """Two calls at the same time do not take places away from each other."""
    _, wait = plan_pairs(two_callers.draw)
    late = "each of the two calls has room for both of its keys, and somebody waited"
    two_callers.takes(wait, f"max({wait:g}, {wait:g}, {wait:g}, {wait:g})", late=late)


@catches("arrival_order", "spins_for_a_place", "with_without_async")
def test_values_follow_the_keys(long_one_first):
    """The values stand in the order of the keys, whichever fetch finishes first."""
    keys, _ = plan(long_one_first.draw)
    expected = [value_of(key) for key in keys]
    got = listed(long_one_first.value)
    moved = only_moved(got, expected)
    assert got == expected, long_one_first.explain(
        expected,
        got=got,
        because="the first key is the slowest; the others overtake it" if moved else "",
    )


@catches("returns_a_dict", "spins_for_a_place", "with_without_async")
def test_a_list_comes_back(long_one_first):
    """What comes back is a list."""
    got = long_one_first.value
    assert isinstance(got, list), long_one_first.explain("a list of values", got=got)


@catches(
    "one_semaphore_for_the_module",
    "repeats_left_out",
    "returns_a_dict",
    "spins_for_a_place",
    "with_without_async",
)
def test_repeated_keys_keep_their_places(repeated_keys):
    """A key that occurs several times has its value in every one of its places."""
    keys, _ = plan_repeats(repeated_keys.draw)
    # In which order they stand is for another check.
    expected = sorted(value_of(key) for key in keys)
    got = repeated_keys.value
    same = isinstance(got, list) and sorted(map(str, got)) == expected
    assert same, repeated_keys.explain(
        [value_of(key) for key in keys],
        got=got,
        because="the caller wants one value per key, not one per different key"
        if isinstance(got, list | dict) and len(got) < len(keys)
        else "",
    )


@catches(
    "place_lost_on_error",
    "spins_for_a_place",
    "with_without_async",
    "worker_dies",
    "workers_left_waiting",
)
def test_a_failed_fetch_gives_its_place_back(first_one_fails):
    """A failed fetch gives its place back: nobody waits for it for ever."""
    assert first_one_fails.calls("fetch"), "`fetch` has to be called, with the first key at least."
    stuck = [left for left in first_one_fails.run.leftovers if left.kind == "task"]
    assert not stuck, first_one_fails.explain(
        "nobody is waiting for a place",
        got=f"{len(stuck)} still waiting, long after everything should be over",
        because="no other fetch began after the one that failed"
        if len(first_one_fails.calls("fetch")) == 1
        else "",
        where=stuck[0].waiting,
    )


@catches("errors_as_values", "spins_for_a_place", "worker_dies", "workers_left_waiting")
def test_no_error_among_the_values(first_one_fails):
    """No error stands among the values."""
    got = listed(first_one_fails.value.value)
    values = got if isinstance(got, list) else []
    strange = [value for value in values if value is not None and not isinstance(value, str)]
    assert not strange, first_one_fails.explain(
        "values, or an error that comes out",
        got=strange,
        because="whoever uses the list does not know that one of the values is an error",
    )


@catches(
    "errors_as_values",
    "hides_errors",
    "one_semaphore_for_the_module",
    "spins_for_a_place",
    "with_without_async",
    "worker_dies",
    "workers_left_waiting",
)
def test_an_error_comes_out(first_one_fails):
    """When a fetch fails, its error comes out."""
    ended = first_one_fails.value
    why = "" if ended.error else "the caller has to learn that a value is missing"
    first_one_fails.raises("thrown out", because=why)


@catches(
    "arrival_order",
    "spins_for_a_place",
    "tasks_outlive_a_cancel",
    "worker_dies",
    "workers_left_waiting",
)
def test_after_a_cancel_no_fetch_begins(cancelled_anywhere):
    """After a cancel no further fetch begins."""
    cut = cancelled_anywhere.run.cut
    late = [
        call for call in cancelled_anywhere.calls("fetch") if cut and (call.started or 0) > cut.at
    ]
    assert not late, cancelled_anywhere.explain(
        "no further fetch",
        got=f"{len(late)} more, the first one {late[0].started - cut.at:g} s later",
        because="whoever asked for the values has gone; nobody will read them",
    )
