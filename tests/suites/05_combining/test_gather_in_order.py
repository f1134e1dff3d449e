"""Concurrent fetches, values in the order of the keys, equal keys fetched once.

What a submission does with the other fetches when one fails is left open: the one that
fails is the last to finish.
"""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "everything_awaited": ("gather_without_star", "same_coroutine_awaited_twice"),
    "nothing_left_running": ("gather_not_awaited", "results_before_the_end"),
}


def plan(draw):
    """Return keys and latencies; the first key is the slowest, so they finish backwards."""
    keys = draw.names(12)
    waits = sorted(draw.seconds(len(keys)), reverse=True)
    return keys, dict(zip(keys, waits, strict=True))


def plan_repeats(draw):
    """Return keys of which some occur several times, and latencies."""
    first, second, third = draw.names(3)
    keys = [first, second, first, third, second, first]
    return keys, dict(zip((first, second, third), draw.seconds(3), strict=True))


def plan_failure(draw):
    """Return keys, latencies and the key that fails: the slowest one, in the middle."""
    keys = draw.names(4)
    slowest, *others = sorted(draw.seconds(4), reverse=True)
    waits = dict(zip(keys, (others[0], slowest, *others[1:]), strict=True))
    return keys, waits, keys[1]


def value_of(key):
    """Return what the given `fetch` makes of a key."""
    return f"<{key}>"


def shop(spy, waits, broken=None, error=None):
    """Return a watched `fetch` that takes its time, and fails for the key `broken`."""

    async def fetch(key):
        await asyncio.sleep(waits[key])
        if key == broken:
            raise error
        return value_of(key)

    return spy(fetch, name="fetch")


@scenario
async def finish_backwards(kata, draw, spy):
    keys, waits = plan(draw)
    return await kata.fetch_all(shop(spy, waits), keys)


@scenario
async def repeated_keys(kata, draw, spy):
    keys, waits = plan_repeats(draw)
    return await kata.fetch_all(shop(spy, waits), keys)


@scenario
async def no_keys(kata, spy):
    return await kata.fetch_all(shop(spy, {}), [])


@scenario
async def slowest_fails(kata, draw, spy, attempt, failure):
    keys, waits, broken = plan_failure(draw)
    fetch = shop(spy, waits, broken, failure("no such product"))
    return await attempt(kata.fetch_all(fetch, keys))


def marks(error):
    """Return the marks of an error and of all errors inside it."""
    if error is None:
        return set()
    return {error.mark}.union(*(marks(inner) for inner in error.inner))


@catches(
    "arrival_order",
    "set_of_keys",
    "results_from_a_set",
    "nothing_returned",
    "gather_without_star",
    "gather_not_awaited",
    "results_before_the_end",
    "three_keys_only",
)
def test_values_follow_the_keys(finish_backwards):
    """The values stand in the order of the keys, whichever fetch finishes first."""
    keys, _ = plan(finish_backwards.draw)
    expected = [value_of(key) for key in keys]
    assert finish_backwards.value == expected, finish_backwards.explain(
        expected,
        got=finish_backwards.value,
        because="the fetches finish in another order than they were asked for",
    )


@catches(
    "one_after_another",
    "task_awaited_at_once",
    "same_coroutine_awaited_twice",
    "gather_without_star",
    "gather_not_awaited",
    "results_before_the_end",
    "three_keys_only",
)
def test_fetches_run_together(finish_backwards):
    """All fetches run at the same time: it takes as long as the slowest of them."""
    _, waits = plan(finish_backwards.draw)
    slowest = max(waits.values())
    assert finish_backwards.makespan == slowest, finish_backwards.explain(
        slowest,
        "the slowest of twelve fetches",
        because="fetches that wait for each other add up; fetches that run together do not",
    )


@catches(
    "fetches_repeats_again",
    "looks_before_it_is_there",
    "same_coroutine_awaited_twice",
    "gather_without_star",
    "results_before_the_end",
)
def test_equal_keys_are_fetched_once(repeated_keys):
    """A key that occurs several times is fetched once."""
    keys, _ = plan_repeats(repeated_keys.draw)
    asked = [call.args for call in repeated_keys.calls("fetch")]
    often = {key: asked.count((key,)) for key in dict.fromkeys(keys)}
    expected = dict.fromkeys(keys, 1)
    assert often == expected, repeated_keys.explain(
        expected,
        got=often,
        because="one fetch for each different key is enough, its value serves every place",
    )


@catches(
    "arrival_order",
    "set_of_keys",
    "repeats_left_out",
    "results_from_a_set",
    "nothing_returned",
    "same_coroutine_awaited_twice",
    "gather_without_star",
    "gather_not_awaited",
    "results_before_the_end",
    "three_keys_only",
)
def test_repeated_keys_keep_their_places(repeated_keys):
    """A key that occurs several times has its value in every one of its places."""
    keys, _ = plan_repeats(repeated_keys.draw)
    expected = [value_of(key) for key in keys]
    assert repeated_keys.value == expected, repeated_keys.explain(
        expected,
        got=repeated_keys.value,
        because="the caller wants one value per key, not one per different key",
    )


@catches(
    "results_from_a_set",
    "nothing_returned",
    "gather_without_star",
    "gather_not_awaited",
    "three_keys_only",
)
def test_no_keys_no_values(no_keys):
    """Without keys there is nothing to fetch: an empty list, at once."""
    assert no_keys.value == [], no_keys.explain([], got=no_keys.value)
    assert no_keys.makespan == 0, no_keys.explain(0, "there is nothing to wait for")


@catches(
    "errors_as_values",
    "hides_errors",
    "gather_without_star",
    "gather_not_awaited",
    "results_before_the_end",
)
def test_an_error_comes_out(slowest_fails):
    """When a fetch fails, its error comes out."""
    ended = slowest_fails.value
    assert "no such product" in marks(ended.error), slowest_fails.explain(
        "the error that fetch raised",
        got=ended.error or ended.value,
        because="the caller has to learn that a value is missing",
    )
