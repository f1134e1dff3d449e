"""At most `limit` fetches at a time, and every free place used at once.

What happens to the other fetches after an error is left open; only nobody may be stuck.
"""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "cancel_comes_out": "swallows_the_cancel",
    "comes_to_an_end": "spins_for_a_place worker_dies workers_left_waiting",
    "everything_awaited": "acquire_not_awaited",
    "no_error_lost": "worker_dies workers_left_waiting",
    "nothing_left_running": (
        "arrival_order one_semaphore_for_the_module place_lost_on_error tasks_outlive_a_cancel"
        " worker_dies workers_left_waiting"
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


def values_of_any(draw):
    """Return what each of five keys gives: values that count as false."""
    keys, _ = plan_any(draw)
    return dict(zip(keys, draw.shuffled([None, 0, "", False, []]), strict=True))


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
async def empty_values(kata, draw, work):
    values = values_of_any(draw)
    return await kata.fetch_limited(work("fetch", 0.5, gives=values.get), list(values), 2)


@scenario
async def no_keys(kata, work, attempt):
    return await attempt(kata.fetch_limited(work("fetch", 0.5), [], LIMIT))


@scenario(schedules=3)
async def two_callers(kata, draw, work):
    (ours, theirs), wait = plan_pairs(draw)
    fetch = work("fetch", wait, gives=value_of)
    await asyncio.gather(kata.fetch_limited(fetch, ours, 2), kata.fetch_limited(fetch, theirs, 2))
    await kata.fetch_limited(fetch, ours, 2)


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


def added(waits):
    """Return a sum as text: `0.5 + 2`."""
    return " + ".join(f"{wait:g}" for wait in waits)


def listed(value):
    """Return the values of an answer; that a dict is no list is for one check alone to say."""
    return list(value.values()) if isinstance(value, dict) else value


def begun(run):
    """Return the fetches that began, in order."""
    calls = [call for call in run.calls("fetch") if call.started is not None]
    return sorted(calls, key=lambda call: call.started)


def crowd_of_late_ones(run):
    """Return how many fetches run, at most, at a moment when a later one begins."""
    moments = [call.started for call in begun(run) if call.started > 0]
    return max((sum(is_running(call, at) for call in begun(run)) for at in moments), default=0)


def is_running(call, at):
    """Tell whether a call is going on at an instant; one that ends then makes room."""
    return call.started <= at and (call.ended is None or call.ended > at)


def no_more(run, most, limit, because):
    """Ask that no more than `limit` fetches ran at once."""
    allowed = f"at most {limit} at a time"
    run.expect(f"{most} at a time" if most > limit else allowed, allowed, because=because)


@catches(
    "acquire_not_awaited around_the_gather no_limit one_too_many semaphore_around_the_start"
    " semaphore_for_each spins_for_a_place starts_one_too_many with_without_async"
)
def test_no_more_than_the_limit_begin(long_one_first):
    """At first no more than `limit` fetches start."""
    first = [call for call in begun(long_one_first) if call.started == 0]
    no_more(long_one_first, len(first), LIMIT, "a fetch began although all places were taken")


@catches(
    "all_woken_at_once one_too_many released_twice spins_for_a_place starts_one_too_many"
    " with_without_async"
)
def test_no_more_than_the_limit_later_on(long_one_first):
    """Whoever begins later finds a free place."""
    why = "a fetch that had to wait at first began although all places were taken"
    no_more(long_one_first, crowd_of_late_ones(long_one_first), LIMIT, why)


@catches(
    "all_woken_at_once released_again_on_error released_twice spins_for_a_place worker_dies"
    " workers_left_waiting"
)
def test_no_more_than_the_limit_after_an_error(first_one_fails):
    """After a failed fetch there is one free place, and not two."""
    first = [call for call in begun(first_one_fails) if call.started == 0]
    if len(first) == 1:  # too many from the first moment on are for other checks
        why = "there is only one place, also when a fetch has failed"
        no_more(first_one_fails, crowd_of_late_ones(first_one_fails), 1, why)


@catches(
    "batches lanes_dealt_in_advance one_after_another one_lock_for_all pauses_when_all_are_taken"
    " polls_for_a_place spins_for_a_place waits_for_the_oldest with_without_async"
)
def test_a_free_place_is_used_at_once(long_one_first):
    """A place that becomes free is used at once."""
    over = [call.ended - call.started for call in begun(long_one_first) if call.ended is not None]
    places = shared_out(over, LIMIT)
    formula = f"max({', '.join(map(added, places))})"
    late = "a place was empty while keys were waiting"
    long_one_first.takes(max(map(sum, places)), formula, late=late)


@catches(
    "acquire_not_awaited all_woken_at_once always_three around_the_gather no_limit"
    " one_semaphore_for_the_module one_too_many polls_for_a_place released_twice"
    " semaphore_around_the_start semaphore_for_each spins_for_a_place starts_one_too_many"
    " with_without_async"
)
def test_one_place_means_one_by_one(one_place):
    """With a single place the fetches run one by one, without a gap."""
    waits = plan_any(one_place.draw)[1].values()
    together = "fetches ran at the same time, and there is only one place"
    gap = "each fetch begins when the one before it ends, without a gap"
    one_place.takes(
        sum(waits), added(waits), because=together if one_place.peak("fetch") > 1 else gap
    )


@catches(
    "always_three one_after_another one_lock_for_all one_semaphore_for_the_module"
    " with_without_async"
)
def test_with_room_for_all_they_run_together(more_places_than_keys):
    """With more places than keys all fetches run at the same time."""
    waits = plan_any(more_places_than_keys.draw)[1].values()
    late = "there was a place for everybody, and somebody waited all the same"
    formula = f"max({', '.join(f'{wait:g}' for wait in waits)})"
    more_places_than_keys.takes(max(waits), formula, late=late)


@catches(
    "one_after_another one_lock_for_all one_semaphore_for_the_module values_of_other_calls"
    " with_without_async"
)
def test_two_callers_have_places_of_their_own(two_callers):
    """Each call has places and values of its own, beside another call and after it."""
    _, wait = plan_pairs(two_callers.draw)
    late = "each call has room for both of its keys, and somebody waited"
    early = "a call after others fetches again: values change"
    two_callers.takes(2 * wait, f"{wait:g} + {wait:g}", late=late, early=early)


@catches("appends_on_arrival arrival_order spins_for_a_place with_without_async")
def test_values_follow_the_keys(long_one_first):
    """The values stand in the order of the keys, whichever fetch finishes first."""
    expected = [value_of(key) for key in plan(long_one_first.draw)[0]]
    got = listed(long_one_first.value)
    moved = isinstance(got, list) and sorted(map(str, got)) == sorted(expected)
    why = "the first key is the slowest; the others overtake it" if moved else ""
    long_one_first.expect(got, expected, because=why)


@catches("returns_a_dict spins_for_a_place with_without_async")
def test_a_list_comes_back(long_one_first):
    """What comes back is a list."""
    got = long_one_first.value
    long_one_first.expect("a list of values" if isinstance(got, list) else got, "a list of values")


@catches(
    "one_semaphore_for_the_module repeats_left_out returns_a_dict spins_for_a_place"
    " with_without_async"
)
def test_repeated_keys_keep_their_places(repeated_keys):
    """A key that occurs several times has its value in every one of its places."""
    values = [value_of(key) for key in plan_repeats(repeated_keys.draw)[0]]
    got = repeated_keys.value
    # In which order they stand is for another check.
    same = isinstance(got, list) and sorted(map(str, got)) == sorted(values)
    fewer = isinstance(got, list | dict) and len(got) < len(values)
    why = "the caller wants one value per key, not one per different key" if fewer else ""
    repeated_keys.expect(values if same else got, values, because=why)


@catches("one_semaphore_for_the_module spins_for_a_place with_without_async")
def test_an_empty_value_is_a_value(empty_values):
    """None, 0, False and an empty text are values like any other."""
    expected = list(values_of_any(empty_values.draw).values())
    got = listed(empty_values.value)
    # In which order they stand is for another check.
    same = isinstance(got, list) and sorted(map(repr, got)) == sorted(map(repr, expected))
    empty_values.expect(expected if same else got, expected)


@catches(
    "an_empty_value_is_fetched_again one_semaphore_for_the_module spins_for_a_place"
    " with_without_async"
)
def test_no_key_is_fetched_twice(empty_values):
    """Each key is fetched once, whatever its value is."""
    asked = [call.args[0] for call in empty_values.calls("fetch")]
    twice = next((key for key in asked if asked.count(key) > 1), None)
    empty_values.expect(
        f"two fetches of {twice}" if twice else "one fetch of each key", "one fetch of each key"
    )


@catches("waits_for_nothing")
def test_without_keys_the_list_is_empty(no_keys):
    """Without keys an empty list comes back, at once."""
    no_keys.expect(listed(no_keys.value.error or no_keys.value.value), [])
    no_keys.takes(0)


@catches(
    "place_lost_on_error spins_for_a_place with_without_async worker_dies workers_left_waiting"
)
def test_a_failed_fetch_gives_its_place_back(first_one_fails):
    """A failed fetch gives its place back: nobody waits for it for ever."""
    calls, nobody = first_one_fails.calls("fetch"), "nobody is waiting for a place"
    stuck = [left for left in first_one_fails.run.leftovers if left.kind == "task"]
    got = f"{len(stuck)} still waiting, long after everything should be over" if stuck else nobody
    why = "no other fetch began after the one that failed" if len(calls) == 1 else ""
    where = stuck[0].waiting if stuck else None
    first_one_fails.expect(got if calls else "no fetch at all", nobody, because=why, where=where)


@catches("spins_for_a_place tries_again_after_an_error worker_dies workers_left_waiting")
def test_a_failed_key_is_not_fetched_again(first_one_fails):
    """A key whose fetch has failed is not fetched a second time."""
    keys, _ = plan_any(first_one_fails.draw)
    times = [call.args[0] for call in first_one_fails.calls("fetch")].count(keys[0])
    first_one_fails.expect(f"{max(times, 1)} x fetch({keys[0]!r})", f"1 x fetch({keys[0]!r})")


@catches("errors_as_values spins_for_a_place worker_dies workers_left_waiting")
def test_no_error_among_the_values(first_one_fails):
    """No error stands among the values."""
    got = listed(first_one_fails.value.value)
    values = got if isinstance(got, list) else []
    strange = [value for value in values if value is not None and not isinstance(value, str)]
    why = "whoever uses the list does not know that one of the values is an error"
    wanted = "values, or an error that comes out"
    first_one_fails.expect(strange or wanted, wanted, because=why)


@catches(
    "errors_as_values hides_errors one_semaphore_for_the_module spins_for_a_place"
    " with_without_async worker_dies workers_left_waiting"
)
def test_an_error_comes_out(first_one_fails):
    """When a fetch fails, its error comes out."""
    ended = first_one_fails.value
    why = "" if ended.error else "the caller has to learn that a value is missing"
    first_one_fails.raises("thrown out", because=why)


@catches(
    "arrival_order spins_for_a_place takes_a_cancel_for_an_error tasks_outlive_a_cancel"
    " worker_dies workers_left_waiting"
)
def test_after_a_cancel_no_fetch_begins(cancelled_anywhere):
    """After a cancel no further fetch begins."""
    cut, calls = cancelled_anywhere.run.cut, begun(cancelled_anywhere)
    late = [call.started - cut.at for call in calls if cut and call.started > cut.at]
    got = f"{len(late)} more, the first one {min(late):g} s later" if late else "no further fetch"
    why = "whoever asked for the values has gone; nobody will read them"
    cancelled_anywhere.expect(got, "no further fetch", because=why)
