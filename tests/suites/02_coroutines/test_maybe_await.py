"""Maybe await: whatever can be awaited is awaited once, and the rest comes back as it is."""

import asyncio

from grader.suite import Draw, catches, scenario

FREE = {
    "everything_awaited": "looks_for_a_function never_awaits runs_a_second_loop",
    "nothing_left_running": "returns_the_task",
    "one_loop": "runs_a_second_loop",
}

EMPTY = [None, 0, "", False]
RETURNED = "the LookupError that was returned"
BROKEN = "no such product"
# The words of Python itself: whoever reads the text of a TypeError takes it for their own.
NOT_AWAITABLE = "object int can't be used in 'await' expression"


def plan(draw: Draw) -> tuple[str, float]:
    """Draw a price, and how long it takes: longer than a second, and no whole number of them."""
    return draw.names(1)[0], draw.number(1, 3) + draw.pick((0.25, 0.375, 0.625))


class Parcel:
    """Something to await: neither a coroutine object nor a task nor a future. It has no length."""

    def __init__(self, fetch):
        self.fetch = fetch

    def __await__(self):
        return self.fetch().__await__()

    def __len__(self):
        return 0


def plain_values() -> dict[str, object]:
    """Return values that cannot be awaited, by what a learner reads."""
    values = (None, 0, 25, 2.5, "", "tea", False, [1, 2], {"tea": 25}, (), ValueError("tea"))
    return {repr(value): value for value in values}


def told(got, it: object, name: str) -> object:
    """Return what came back, by its name where it is `it`."""
    return name if got is it else got


@scenario(schedules=1)
async def plain(kata, draw):
    """Values that need no waiting."""
    values = draw.shuffled(list(plain_values().items()))
    return {name: told(await kata.resolve(value), value, name) for name, value in values}


@scenario(schedules=2)
async def coroutine(kata, draw, work):
    """A coroutine object."""
    price, wait = plan(draw)
    return await kata.resolve(work("fetch", wait, gives=price)())


@scenario(schedules=2)
async def task(kata, draw, work):
    """A task."""
    price, wait = plan(draw)
    return await kata.resolve(asyncio.create_task(work("fetch", wait, gives=price)()))


@scenario(schedules=1)
async def in_an_hour(kata, work):
    """A coroutine object that takes very long."""
    return await kata.resolve(work("fetch", 3500, gives="tea")())


@scenario(schedules=1)
async def odd_results(kata, work):
    """Coroutine objects whose results count as false, and one whose result is an exception."""
    error = LookupError("sold out")
    given = [work("fetch", 0.5, gives=price) for price in [*EMPTY, error]]
    return [told(await kata.resolve(fetch()), error, RETURNED) for fetch in given]


@scenario(schedules=2)
async def future(kata, draw):
    """A future, to which somebody gives a result later."""
    price, wait = plan(draw)
    loop = asyncio.get_running_loop()
    promised = loop.create_future()
    loop.call_later(wait, lambda: promised.done() or promised.set_result(price))
    return await kata.resolve(promised)


@scenario(schedules=2)
async def own_class(kata, draw, work):
    """An object whose class has an `__await__` method, and which counts as false."""
    price, wait = plan(draw)
    return await kata.resolve(Parcel(work("fetch", wait, gives=price)))


@scenario(schedules=1)
async def already_done(kata, draw):
    """A future that has its result."""
    promised = asyncio.get_running_loop().create_future()
    promised.set_result(plan(draw)[0])
    return await kata.resolve(promised)


@scenario(schedules=2)
async def type_error_inside(kata, draw, work, attempt, failure):
    """A coroutine object that fails with a TypeError."""
    _, wait = plan(draw)
    fetch = work("fetch", wait, fails=failure(NOT_AWAITABLE, TypeError))
    return await attempt(kata.resolve(fetch()))


@scenario(schedules=2)
async def task_fails(kata, draw, work, attempt, failure):
    """A task that fails."""
    _, wait = plan(draw)
    fetch = work("fetch", wait, fails=failure(BROKEN))
    return await attempt(kata.resolve(asyncio.create_task(fetch())))


@scenario(schedules=1)
async def cancelled_future(kata, attempt):
    """A future that was cancelled."""
    promised = asyncio.get_running_loop().create_future()
    promised.cancel()
    return await attempt(kata.resolve(promised))


@scenario(schedules=1)
async def awaitable_result(kata, draw, work):
    """A coroutine object whose result can be awaited itself."""
    price, wait = plan(draw)
    promised = asyncio.get_running_loop().create_future()
    promised.set_result(price)
    return told(await kata.resolve(work("fetch", wait, gives=promised)()), promised, "the future")


@scenario(schedules=1)
async def a_function(kata, draw, work):
    """A coroutine function, which nobody has called."""
    price, wait = plan(draw)

    async def fetch():
        return await work("fetch", wait, gives=price)()

    return told(await kata.resolve(fetch), fetch, "the function")


@scenario(schedules=1)
async def a_class(kata):
    """A class whose objects can be awaited."""
    return told(await kata.resolve(Parcel), Parcel, "the class")


@scenario(schedules=1)
async def not_opened(kata, draw):
    """A list of futures."""
    promised = asyncio.get_running_loop().create_future()
    promised.set_result(plan(draw)[0])
    given = [promised, promised]
    return told(await kata.resolve(given), given, "the same list")


def has_failed(run) -> str:
    """Return when the given function failed, if it got so far."""
    ends = [call for call in run.calls("fetch") if call.outcome == "raised"]
    return f"fetch raised a {ends[0].error.type} at {ends[0].ended:g} s" if ends else ""


def comes_back(run, what: str) -> None:
    """Ask that a thing came back as it is."""
    assert run.value == what, run.explain(what, got=run.value)


def has_resolved(run, what: str) -> None:
    """Ask that the price came out, as soon as it was there."""
    price, wait = plan(run.draw)
    run.gives(price, because=f"{what} can be awaited, and its result is {price}")
    run.takes(wait, f"the time of {what}", late=f"it was there at {wait:g} s")


@catches(
    "always_awaits knows_numbers_and_texts nothing_for_empty_values raises_exception_objects"
    " task_of_everything"
)
def test_plain_values_come_back(plain):
    """A value that cannot be awaited comes back as it is."""
    for name, got in plain.value.items():
        plain.expect(f"{got}", name)


@catches(
    "always_awaits knows_numbers_and_texts pauses_for_plain_values raises_exception_objects"
    " task_of_everything"
)
def test_plain_values_come_at_once(plain):
    """A value that cannot be awaited comes back at once."""
    plain.takes(0, late="there was nothing to wait for")


@catches(
    "awaits_it_twice looks_for_a_function never_awaits returns_the_task runs_a_second_loop"
    " task_that_is_polled"
)
def test_coroutine_object(coroutine):
    """A coroutine object is awaited, and its result comes back as soon as it is there."""
    has_resolved(coroutine, "a coroutine object")


@catches(
    "looks_for_a_function looks_now_and_then never_awaits only_coroutines result_without_waiting"
    " returns_the_task task_that_is_polled"
)
def test_task(task):
    """A task is awaited, and its result comes back as soon as it is there."""
    has_resolved(task, "a task")


@catches(
    "looks_for_a_function looks_now_and_then never_awaits only_coroutines result_without_waiting"
    " returns_the_task task_that_is_polled"
)
def test_future(future):
    """A future is awaited, and its result comes back as soon as it is there."""
    has_resolved(future, "a future")


@catches(
    "awaits_it_twice awaits_what_counts_as_true forgets_own_awaitables looks_for_a_function"
    " never_awaits nothing_for_empty_values only_coroutines returns_the_task task_that_is_polled"
)
def test_object_with_await(own_class):
    """An object with `__await__` is awaited, and its result comes back as soon as it is there."""
    has_resolved(own_class, "an object with `__await__` and the length 0")


@catches("looks_for_a_function never_awaits only_coroutines returns_the_task")
def test_result_that_is_there(already_done):
    """A future that has its result gives it at once."""
    already_done.gives(plan(already_done.draw)[0])
    already_done.takes(0, late="the result was there already")


@catches(
    "awaits_it_twice awaits_what_counts_as_true forgets_own_awaitables looks_for_a_function"
    " never_awaits nothing_for_empty_values only_coroutines"
)
def test_awaited_once(own_class):
    """An object with `__await__` is awaited once."""
    own_class.expect(len(own_class.calls("fetch")), 1)


@catches(
    "hides_the_failure looks_for_a_function never_awaits reads_the_error returns_the_task"
    " runs_a_second_loop tries_and_catches"
)
def test_type_error_comes_out(type_error_inside):
    """A TypeError inside what you await comes out."""
    type_error_inside.raises(NOT_AWAITABLE, because=has_failed(type_error_inside))


@catches(
    "hides_the_failure looks_for_a_function never_awaits only_coroutines result_without_waiting"
    " returns_the_task"
)
def test_error_comes_out(task_fails):
    """An error inside what you await comes out."""
    task_fails.raises(BROKEN, because=has_failed(task_fails))


@catches(
    "hides_a_cancel hides_the_failure looks_for_a_function never_awaits only_coroutines"
    " returns_the_task"
)
def test_cancelled_error_comes_out(cancelled_future):
    """CancelledError comes out when what you await was cancelled."""
    why = "the future was cancelled, and nothing will ever come of it"
    cancelled_future.raises(asyncio.CancelledError, because=why)


@catches(
    "awaits_it_twice gives_up_after_a_while looks_for_a_function never_awaits returns_the_task"
    " runs_a_second_loop"
)
def test_as_long_as_it_takes(in_an_hour):
    """However long it takes, the result comes back."""
    in_an_hour.gives("tea", because="it takes nearly an hour, and nobody set a limit")


@catches(
    "awaits_it_twice empty_result_is_no_result looks_for_a_function never_awaits"
    " raises_exception_objects returns_the_task runs_a_second_loop"
)
def test_odd_results(odd_results):
    """None, 0, an empty text and an exception object are results like any other."""
    odd_results.gives([*EMPTY, RETURNED])


@catches(
    "awaits_it_twice awaits_until_plain looks_for_a_function never_awaits returns_the_task"
    " runs_a_second_loop"
)
def test_result_is_not_awaited(awaitable_result):
    """A result that can be awaited itself comes back as it is."""
    comes_back(awaitable_result, "the future")


@catches(
    "always_awaits calls_what_can_be_called knows_numbers_and_texts looks_for_a_function"
    " task_of_everything"
)
def test_function_is_not_called(a_function):
    """A function cannot be awaited: it comes back as it is, and nobody calls it."""
    comes_back(a_function, "the function")


@catches(
    "always_awaits asks_the_object calls_what_can_be_called knows_numbers_and_texts"
    " task_of_everything"
)
def test_class_is_not_awaited(a_class):
    """A class cannot be awaited, though its objects can: it comes back as it is."""
    comes_back(a_class, "the class")


@catches("always_awaits knows_numbers_and_texts opens_lists task_of_everything")
def test_list_is_not_opened(not_opened):
    """A list cannot be awaited: it comes back as it is, whatever it holds."""
    comes_back(not_opened, "the same list")
