"""Concurrent fetches, values in the order of the keys, equal keys fetched once.

What a submission does with the other fetches when one fails, and when the error comes out, is left
open: they get time to end.
"""

import asyncio
import itertools

from grader.suite import catches, scenario

FREE = {
    "everything_awaited": "gather_without_star same_coroutine_awaited_twice",
    "no_error_lost": "gather_not_awaited results_before_the_end",
    "nothing_left_running": "gather_not_awaited results_before_the_end",
}

MANY, LONG = 120, 500  # keys, and seconds for each


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
    """Return keys, latencies and the key that fails: the quickest one, in the middle."""
    keys = draw.names(4)
    quickest, *others = sorted(draw.seconds(4))
    waits = dict(zip(keys, (others[0], quickest, *others[1:]), strict=True))
    return keys, waits, keys[1]


def plan_values(draw):
    """Return keys and their values, of which some count as false."""
    keys = draw.names(5)
    return keys, dict(zip(keys, draw.shuffled(["full", None, 0, "", False]), strict=True))


def mixed(draw):
    """Return keys that can be told apart but not sorted; two of them have the same text."""
    word, other = draw.names(2)
    return [word, 7, None, (other, 1), "7"]


def value_of(key):
    """Return what the given `fetch` makes of a key."""
    return f"<{key}>"


def told_apart(key):
    """Return another value for 7 than for a text with this digit."""
    return f"<{key!r}>"


@scenario
async def finish_backwards(kata, draw, work):
    keys, waits = plan(draw)
    return await kata.fetch_all(work("fetch", waits, gives=value_of), keys)


@scenario
async def repeated_keys(kata, draw, work):
    keys, waits = plan_repeats(draw)
    return await kata.fetch_all(work("fetch", waits, gives=value_of), keys)


@scenario
async def no_keys(kata, work):
    return await kata.fetch_all(work("fetch", 1, gives=value_of), [])


@scenario
async def any_value(kata, draw, work):
    keys, values = plan_values(draw)
    return await kata.fetch_all(work("fetch", 1, gives=values.get), keys)


@scenario(schedules=2)
async def exception_as_a_value(kata, work, attempt):
    value = ValueError("sold out")
    return await attempt(kata.fetch_all(work("fetch", 1, gives=lambda key: value), ["tea"]))


@scenario
async def any_key(kata, draw, work):
    return await kata.fetch_all(work("fetch", 1, gives=told_apart), mixed(draw))


@scenario
async def called_again(kata, draw, work):
    key, wait = draw.names(1)[0], draw.seconds(1)[0]
    stock = itertools.chain(["old"], itertools.repeat("new"))
    fetch = work("fetch", wait, gives=lambda key: next(stock))
    return [await kata.fetch_all(fetch, [key]), await kata.fetch_all(fetch, [key])]


@scenario(schedules=2, limit=10**5)
async def many_keys(kata, draw, work):
    return await kata.fetch_all(work("fetch", LONG, gives=value_of), draw.names(MANY))


@scenario
async def one_fails(kata, draw, work, attempt, failure):
    keys, waits, broken = plan_failure(draw)
    fetch = work("fetch", waits, gives=value_of, fails={broken: failure("no such product")})
    ended = await attempt(kata.fetch_all(fetch, keys))
    await asyncio.sleep(sum(waits.values()))
    return ended


def listed(value):
    """Return the values of an answer; that it is no list is for one check alone to say."""
    values = value.values() if isinstance(value, dict) else value
    return list(values) if isinstance(value, dict | tuple) else value


def only_moved(got, expected):
    """Tell whether all the values are there, in another order."""
    complete = isinstance(got, list) and len(got) == len(expected)
    return complete and all(value in got for value in expected)


@catches(
    "arrival_order gather_not_awaited gather_without_star nothing_returned results_before_the_end"
    " results_from_a_set set_of_keys three_keys_only"
)
def test_values_follow_the_keys(finish_backwards):
    """The values stand in the order of the keys, whichever fetch finishes first."""
    keys, _ = plan(finish_backwards.draw)
    expected = [value_of(key) for key in keys]
    got = listed(finish_backwards.value)
    moved = only_moved(got, expected)
    why = "the fetches finish in another order than that of the keys" if moved else ""
    finish_backwards.expect(got, expected, because=why)


@catches(
    "awaits_in_a_comprehension gather_not_awaited gather_without_star in_batches one_after_another"
    " results_before_the_end same_coroutine_awaited_twice task_awaited_at_once three_keys_only"
)
def test_fetches_run_together(finish_backwards):
    """All fetches run at the same time: it takes as long as the slowest of them."""
    _, waits = plan(finish_backwards.draw)
    slowest = max(waits.values())
    finish_backwards.takes(
        slowest,
        "the slowest of twelve fetches",
        early="it was over before everything had been fetched",
        late="fetches that wait for each other add up; fetches that run together do not",
    )


@catches(
    "a_few_at_a_time awaits_in_a_comprehension gather_not_awaited gather_without_star"
    " gives_up_after_a_while in_batches one_after_another results_before_the_end"
    " same_coroutine_awaited_twice task_awaited_at_once three_keys_only"
)
def test_however_many_and_however_long(many_keys):
    """However many keys there are and however long a fetch takes, all run at the same time."""
    late = f"each fetch takes {LONG} s, and there are {MANY} of them"
    many_keys.takes(LONG, late=late, early=f"each fetch takes {LONG} s")


@catches(
    "awaits_in_a_comprehension fetches_repeats_again gather_without_star looks_before_it_is_there"
    " results_before_the_end same_coroutine_awaited_twice"
)
def test_equal_keys_are_fetched_once(repeated_keys):
    """A key that occurs several times is fetched once."""
    keys, _ = plan_repeats(repeated_keys.draw)
    asked = [call.args for call in repeated_keys.calls("fetch")]
    often = {key: asked.count((key,)) for key in dict.fromkeys(keys)}
    expected = dict.fromkeys(keys, 1)
    again = max(often.values()) > 1
    why = "one fetch for each different key is enough, its value serves every place"
    repeated_keys.expect(often, expected, because=why if again else "")


@catches(
    "arrival_order gather_not_awaited gather_without_star nothing_returned repeats_left_out"
    " results_before_the_end results_from_a_set returns_a_dict same_coroutine_awaited_twice"
    " set_of_keys three_keys_only"
)
def test_repeated_keys_keep_their_places(repeated_keys):
    """A key that occurs several times has its value in every one of its places."""
    keys, _ = plan_repeats(repeated_keys.draw)
    expected = [value_of(key) for key in keys]
    got = listed(repeated_keys.value)
    short = isinstance(got, list) and len(got) < len(keys)
    why = "the caller wants one value per key, not one per different key" if short else ""
    repeated_keys.expect(got, expected, because=why)


@catches(
    "gather_not_awaited gather_without_star nothing_returned results_before_the_end returns_a_dict"
    " three_keys_only"
)
def test_a_list_comes_back(finish_backwards):
    """What comes back is a list."""
    got = finish_backwards.value
    kind = f"a {type(got).__name__}" if isinstance(got, dict | tuple) else got
    assert isinstance(got, list), finish_backwards.explain("a list", got=kind)


@catches(
    "gather_not_awaited gather_without_star nothing_returned results_from_a_set returns_a_dict"
    " three_keys_only"
)
def test_no_keys_no_values(no_keys):
    """Without keys there is nothing to fetch: an empty list, at once."""
    no_keys.gives([])
    no_keys.takes(0, because="there is nothing to wait for")


@catches(
    "gather_not_awaited gather_without_star leaves_out_empty_values nothing_returned"
    " results_before_the_end three_keys_only"
)
def test_any_value_counts(any_value):
    """None, 0 and an empty text are values like any other."""
    keys, values = plan_values(any_value.draw)
    expected = [values[key] for key in keys]
    got = listed(any_value.value)
    # Their order is for another check.
    same = isinstance(got, list) and sorted(map(repr, got)) == sorted(map(repr, expected))
    assert same, any_value.explain(expected, got=got)


@catches("fetches_empty_values_again gather_without_star results_before_the_end three_keys_only")
def test_any_value_is_fetched_once(any_value):
    """A value that counts as false is fetched once, like any other."""
    keys, _ = plan_values(any_value.draw)
    why = "there are five keys, and None, 0, False and an empty text are among their values"
    any_value.expect(len(any_value.calls("fetch")), len(keys), because=why)


@catches("gather_without_star results_before_the_end returned_exception_is_raised three_keys_only")
def test_an_exception_may_be_a_value(exception_as_a_value):
    """An exception object that a fetch returned is a value: only what is raised is an error."""
    error = exception_as_a_value.value.error
    raised = error is not None and any(each.message == "sold out" for each in error.members)
    why = "fetch returned this ValueError and did not raise it" if raised else ""
    exception_as_a_value.expect(error or "no error", "no error", because=why)


@catches(
    "gather_not_awaited gather_without_star keys_as_texts nothing_returned results_before_the_end"
    " sorts_the_keys three_keys_only"
)
def test_any_key_will_do(any_key):
    """Keys may be anything that a dict takes, also what cannot be sorted."""
    expected = [told_apart(key) for key in mixed(any_key.draw)]
    got = listed(any_key.value)
    same = isinstance(got, list) and sorted(map(str, got)) == sorted(expected)
    assert same, any_key.explain(expected, got=got)


@catches(
    "gather_not_awaited gather_without_star nothing_returned remembers_other_calls"
    " results_before_the_end tasks_outlive_the_call three_keys_only"
)
def test_a_second_call_fetches_again(called_again):
    """A later call fetches again: values change, and an old one is of no use."""
    got = [listed(value) for value in called_again.value]
    kept = got == [["old"], ["old"]]
    why = "the second call got the value of the first one" if kept else ""
    called_again.expect(got, [["old"], ["new"]], because=why)


@catches("errors_as_values")
def test_no_error_among_the_values(one_fails):
    """No error stands among the values."""
    got = listed(one_fails.value.value)
    values = got if isinstance(got, list) else []
    strange = [value for value in values if value is not None and not isinstance(value, str)]
    assert not strange, one_fails.explain(
        "values, or an error that comes out",
        got=strange,
        because="whoever uses the list does not know that one of the values is an error",
    )


@catches(
    "asks_those_that_still_run errors_as_values gather_not_awaited gather_without_star"
    " hides_errors results_before_the_end wraps_the_error"
)
def test_an_error_comes_out(one_fails):
    """When a fetch fails, its error comes out."""
    ended = one_fails.value
    why = "" if ended.error else "the caller has to learn that a value is missing"
    one_fails.raises("no such product", because=why)
