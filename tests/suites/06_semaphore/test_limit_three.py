"""At most `limit` fetches at a time, and every free place used at once.

What happens to the other fetches after an error is left open; only nobody may be stuck.
"""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "comes_to_an_end": ("spins_for_a_place", "worker_dies"),
    "nothing_left_running": ("place_lost_on_error", "one_semaphore_for_the_module"),
}

LIMIT = 3


def plan(draw):
    """Return keys and latencies for three places: one long fetch first, then five short ones."""
    unit = draw.pick([0.5, 1.0, 2.0])
    keys = draw.names(6)
    return keys, dict(zip(keys, [3 * unit] + 5 * [unit], strict=True))


def plan_any(draw):
    """Return five keys with uneven latencies."""
    keys = draw.names(5)
    return keys, dict(zip(keys, draw.seconds(5), strict=True))


def plan_pairs(draw):
    """Return two keys for each of two callers, and the one latency of all four fetches."""
    keys = draw.names(4)
    return (keys[:2], keys[2:]), draw.seconds(1)[0]


def value_of(key):
    """Return what the given `fetch` makes of a key."""
    return f"<{key}>"


def server(spy, waits, broken=None, error=None):
    """Return a watched `fetch` that takes its time, and fails for the key `broken`."""

    async def fetch(key):
        await asyncio.sleep(waits[key])
        if key == broken:
            raise error
        return value_of(key)

    return spy(fetch, name="fetch")


@scenario
async def long_one_first(kata, draw, spy):
    keys, waits = plan(draw)
    return await kata.fetch_limited(server(spy, waits), keys, LIMIT)


@scenario
async def one_place(kata, draw, spy):
    keys, waits = plan_any(draw)
    return await kata.fetch_limited(server(spy, waits), keys, 1)


@scenario
async def more_places_than_keys(kata, draw, spy):
    keys, waits = plan_any(draw)
    return await kata.fetch_limited(server(spy, waits), keys, len(keys) + 2)


@scenario
async def two_callers(kata, draw, spy):
    (ours, theirs), wait = plan_pairs(draw)
    fetch = server(spy, dict.fromkeys(ours + theirs, wait))
    return await asyncio.gather(
        kata.fetch_limited(fetch, ours, 2), kata.fetch_limited(fetch, theirs, 2)
    )


@scenario
async def first_one_fails(kata, draw, spy, attempt, failure):
    keys, waits = plan_any(draw)
    fetch = server(spy, waits, keys[0], failure("thrown out"))
    ended = await attempt(kata.fetch_limited(fetch, keys, 1))
    # Fetches that were not stopped have time to finish before anything counts as stuck.
    await asyncio.sleep(2 * sum(waits.values()))
    return ended


def shared_out(waits, places):
    """Return what each place does when every fetch, in turn, takes the one that is free first."""
    busy = [[] for _ in range(places)]
    for wait in waits:
        min(busy, key=sum).append(wait)
    return busy


def marks(error):
    """Return the marks of an error and of all errors inside it."""
    if error is None:
        return set()
    return {error.mark}.union(*(marks(inner) for inner in error.inner))


@catches(
    "no_limit",
    "semaphore_for_each",
    "semaphore_around_the_start",
    "one_too_many",
    "always_three",
    "one_semaphore_for_the_module",
    "spins_for_a_place",
)
def test_never_more_than_the_limit(long_one_first, one_place):
    """Never more than `limit` fetches run at the same time."""
    for run, limit in ((long_one_first, LIMIT), (one_place, 1)):
        assert run.peak("fetch") <= limit, run.explain(
            f"at most {limit} at a time",
            got=f"{run.peak('fetch')} at the same time",
            because="a fetch began although all places were taken",
        )


@catches("batches", "one_after_another", "polls_for_a_place", "spins_for_a_place")
def test_a_free_place_is_used_at_once(long_one_first):
    """A place that becomes free is used at once."""
    over = [call for call in long_one_first.calls("fetch") if call.ended is not None]
    begun = sorted(over, key=lambda call: call.started)
    places = shared_out([call.ended - call.started for call in begun], LIMIT)
    shortest = max(map(sum, places))
    sums = (" + ".join(f"{wait:g}" for wait in place) for place in places)
    assert long_one_first.makespan == shortest, long_one_first.explain(
        shortest,
        f"max({', '.join(sums)})",
        because="a place was empty while keys were waiting",
    )


@catches(
    "no_limit",
    "semaphore_for_each",
    "semaphore_around_the_start",
    "one_too_many",
    "polls_for_a_place",
    "always_three",
    "one_semaphore_for_the_module",
    "spins_for_a_place",
)
def test_one_place_means_one_by_one(one_place):
    """With a single place the fetches run one by one, without a gap."""
    _, waits = plan_any(one_place.draw)
    total = sum(waits.values())
    assert one_place.makespan == total, one_place.explain(
        total,
        " + ".join(f"{wait:g}" for wait in waits.values()),
        because="with one place each fetch begins when the one before it ends",
    )


@catches("one_after_another", "always_three", "one_semaphore_for_the_module")
def test_with_room_for_all_they_run_together(more_places_than_keys):
    """With more places than keys all fetches run at the same time."""
    _, waits = plan_any(more_places_than_keys.draw)
    slowest = max(waits.values())
    assert more_places_than_keys.makespan == slowest, more_places_than_keys.explain(
        slowest,
        f"max({', '.join(f'{wait:g}' for wait in waits.values())})",
        because="there was a place for everybody, and somebody waited all the same",
    )


@catches("one_after_another", "one_semaphore_for_the_module")
def test_two_callers_have_places_of_their_own(two_callers):
    """Two calls at the same time do not take places away from each other."""
    _, wait = plan_pairs(two_callers.draw)
    assert two_callers.makespan == wait, two_callers.explain(
        wait,
        f"max({wait:g}, {wait:g}, {wait:g}, {wait:g})",
        because="the limit holds for one call, not for the whole program",
    )


@catches("arrival_order", "spins_for_a_place")
def test_values_follow_the_keys(long_one_first):
    """The values stand in the order of the keys, whichever fetch finishes first."""
    keys, _ = plan(long_one_first.draw)
    expected = [value_of(key) for key in keys]
    assert long_one_first.value == expected, long_one_first.explain(
        expected,
        got=long_one_first.value,
        because="the first key is the slowest; the others overtake it",
    )


@catches("place_lost_on_error", "worker_dies", "spins_for_a_place")
def test_a_failed_fetch_gives_its_place_back(first_one_fails):
    """A failed fetch gives its place back: nobody waits for it for ever."""
    assert first_one_fails.calls("fetch"), "`fetch` has to be called, with the first key at least."
    stuck = [left for left in first_one_fails.run.leftovers if left.kind == "task"]
    assert not stuck, first_one_fails.explain(
        "nobody is waiting for a place",
        got=f"{len(stuck)} still waiting, long after everything should be over",
        because="the failed fetch kept its place",
        where=stuck[0].waiting,
    )


@catches(
    "errors_as_values",
    "hides_errors",
    "worker_dies",
    "one_semaphore_for_the_module",
    "spins_for_a_place",
)
def test_an_error_comes_out(first_one_fails):
    """When a fetch fails, its error comes out."""
    ended = first_one_fails.value
    assert "thrown out" in marks(ended.error), first_one_fails.explain(
        "the error that fetch raised",
        got=ended.error or ended.value,
        because="the caller has to learn that a value is missing",
    )
