"""Nothing runs yet: what a call gives, whether it began anything, and what comes of it."""

import asyncio

from grader.suite import Draw, catches, scenario

FREE = {
    "everything_awaited": "calls_it_twice forgets_await",
}

BROKEN = "the oven is cold"
LONG = 600.0  # seconds: longer than anybody is patient


def plan(draw: Draw, low: float = 1.25) -> tuple[str, float]:
    """Draw a result, and how long the work takes."""
    return draw.names(1)[0], draw.seconds(1, low=low, high=low + 2)[0]


def kitchen(draw, spy, fails=None, low=1.25, **gives):
    """Return `bake`, which does the work, and the list to which it adds a word when it begins."""
    result, wait = plan(draw, low)
    begun = []

    @spy
    async def bake():
        begun.append("bake")
        await asyncio.sleep(wait)
        if fails is not None:
            raise fails
        return gives.get("gives", result)

    return bake, begun


def promise(result, wait):
    """Return a future that gets its result after so many seconds."""
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(wait, lambda: future.done() or future.set_result(result))
    return future


class Order:
    """Can be awaited, and is neither a coroutine object nor a future."""

    def __init__(self, bake):
        self.bake = bake

    def __await__(self):
        return self.bake().__await__()


@scenario(schedules=2)
async def async_def(kata, draw, spy):
    """A coroutine function."""
    bake, begun = kitchen(draw, spy)

    async def func():
        return await bake()

    return await kata.inspect_call(func, lambda: bool(begun))


@scenario(schedules=2)
async def through_a_lambda(kata, draw, spy):
    """A lambda that calls a coroutine function."""
    bake, begun = kitchen(draw, spy)
    return await kata.inspect_call(lambda: bake(), lambda: bool(begun))


@scenario(schedules=2)
async def begins_at_once(kata, draw, spy):
    """An ordinary function that begins the work and hands out a future of its result."""
    result, wait = plan(draw)
    begun = []

    @spy
    def func():
        begun.append("func")
        return promise(result, wait)

    return await kata.inspect_call(func, lambda: bool(begun))


@scenario(schedules=2)
async def makes_a_task(kata, draw, spy):
    """An ordinary function that hands out a task, which has not had its first turn."""
    bake, begun = kitchen(draw, spy)
    func = spy(lambda: asyncio.create_task(bake()), name="func")
    return await kata.inspect_call(func, lambda: bool(begun))


@scenario(schedules=2)
async def begins_and_leaves_the_rest(kata, draw, spy):
    """An ordinary function that begins the work and hands out a coroutine object for the rest."""
    bake, begun = kitchen(draw, spy)

    @spy
    def func():
        begun.append("func")
        return bake()

    return await kata.inspect_call(func, lambda: bool(begun))


@scenario(schedules=2)
async def can_be_awaited(kata, draw, spy):
    """An ordinary function that hands out an object of a class of its own; 0 comes of it."""
    bake, begun = kitchen(draw, spy, gives=0)
    return await kata.inspect_call(lambda: Order(bake), lambda: bool(begun))


@scenario(schedules=2)
async def slow_work(kata, draw, spy, attempt):
    """A coroutine function that takes minutes."""
    bake, begun = kitchen(draw, spy, low=LONG)
    return await attempt(kata.inspect_call(bake, lambda: bool(begun)))


@scenario(schedules=2)
async def work_fails(kata, draw, spy, attempt, failure):
    """A coroutine function that fails."""
    bake, begun = kitchen(draw, spy, failure(BROKEN))
    return await attempt(kata.inspect_call(bake, lambda: bool(begun)))


def answer(run, place: int) -> object:
    """Return one of the three answers, or all that came back where there is no such place."""
    got = run.value
    return got[place] if isinstance(got, tuple | list) and len(got) > place else got


@catches("awaits_it_twice looks_at_the_result swaps_the_answers")
def test_an_async_def_gives_a_coroutine_object(async_def):
    """The call of an `async def` gives a coroutine object: the first answer is True."""
    async_def.expect(answer(async_def, 0), True)


@catches("awaits_it_twice looks_at_the_function looks_at_the_result swaps_the_answers")
def test_an_ordinary_function_passes_it_on(through_a_lambda, begins_and_leaves_the_rest):
    """A lambda or another function may give a coroutine object: the first answer is True."""
    for run, what in ((through_a_lambda, "a lambda"), (begins_and_leaves_the_rest, "no async def")):
        because = f"func is {what}, and what its call gave is a coroutine object"
        run.expect(answer(run, 0), True, because)


@catches("any_awaitable_counts tasks_from_everything visible_example")
def test_a_task_is_no_coroutine_object(makes_a_task):
    """A task can be awaited, but it is no coroutine object: the first answer is False."""
    makes_a_task.expect(answer(makes_a_task, 0), False, "what the call gave is a task")


@catches(
    "any_awaitable_counts everything_but_a_future everything_but_a_task swaps_the_answers"
    " tasks_from_everything visible_example"
)
def test_nor_is_anything_else(begins_at_once, can_be_awaited):
    """A future, or another object with `__await__`, is none either: the first answer is False."""
    kinds = (
        (begins_at_once, "a future"),
        (can_be_awaited, "an object of a class with `__await__`"),
    )
    for run, kind in kinds:
        run.expect(answer(run, 0), False, f"what the call gave is {kind}")


@catches("asks_after_the_await awaits_it_twice forgets_to_ask makes_a_task_first swaps_the_answers")
def test_calling_runs_nothing(async_def, through_a_lambda):
    """The call of an `async def` begins no work: the second answer is False."""
    for run in (async_def, through_a_lambda):
        run.expect(answer(run, 1), False, "calling an `async def` runs nothing of its body")


@catches(
    "asks_after_the_await forgets_to_ask guesses_the_second_answer makes_a_task_first"
    " tasks_from_everything waits_a_moment"
)
def test_a_task_waits_for_a_pause(makes_a_task):
    """A task that waits for its first turn has not begun: the second answer is False."""
    because = "the task had no turn yet: it gets one when you await"
    makes_a_task.expect(answer(makes_a_task, 1), False, because)


@catches(
    "asks_before_the_call forgets_to_ask swaps_the_answers tasks_from_everything visible_example"
)
def test_an_ordinary_function_begins_at_once(begins_at_once):
    """An ordinary function begins when it is called: the second answer is True."""
    because = "the work began inside the call"
    begins_at_once.expect(answer(begins_at_once, 1), True, because)


@catches(
    "asks_before_the_call awaits_it_twice forgets_to_ask guesses_the_second_answer visible_example"
)
def test_work_begun_before_a_coroutine_object(begins_and_leaves_the_rest):
    """Work may have begun although a coroutine object is handed out: the second answer is True."""
    run = begins_and_leaves_the_rest
    run.expect(answer(run, 1), True, "the work began inside the call, before `bake()` was returned")


@catches(
    "awaits_it_twice forgets_await forgets_the_result looks_now_and_then pair_without_the_result"
)
def test_result_of_a_coroutine_object(async_def):
    """The third answer is the result of a coroutine object, after as long as the work takes."""
    result, wait = plan(async_def.draw)
    async_def.expect(answer(async_def, 2), result)
    async_def.takes(wait, "the work")


@catches(
    "forgets_await forgets_the_result looks_now_and_then pair_without_the_result"
    " tasks_from_everything"
)
def test_result_of_a_future(begins_at_once):
    """The third answer is the result of a future, after as long as the work takes."""
    result, wait = plan(begins_at_once.draw)
    begins_at_once.expect(answer(begins_at_once, 2), result)
    begins_at_once.takes(wait, "the work")


@catches("forgets_await gives_up_after_a_while looks_now_and_then")
def test_slow_work_is_waited_for(slow_work):
    """You wait as long as the work takes, also if it takes minutes."""
    _, wait = plan(slow_work.draw, LONG)
    slow_work.takes(wait, "the work", early="the work was not over yet")


@catches(
    "forgets_await forgets_the_result none_for_empty_results pair_without_the_result"
    " tasks_from_everything"
)
def test_zero_is_a_result(can_be_awaited):
    """The third answer is the result as it is, also when it is 0."""
    can_be_awaited.expect(answer(can_be_awaited, 2), 0)


@catches("awaits_it_twice calls_it_twice closes_the_first_one tasks_from_everything")
def test_called_once(begins_at_once, begins_and_leaves_the_rest):
    """The function is called once."""
    for run in (begins_at_once, begins_and_leaves_the_rest):
        calls = len(run.calls("func"))
        why = "each call does again what the function does at once" if calls > 1 else ""
        run.expect(calls, 1, why)


@catches("awaits_it_twice pair_without_the_result")
def test_three_in_a_tuple(async_def):
    """What comes back is a tuple of three."""
    got = async_def.value
    three = isinstance(got, tuple) and len(got) == 3
    assert three, async_def.explain("a tuple of three", got=got)


@catches("forgets_await group_comes_out hides_the_failure")
def test_error_comes_out(work_fails):
    """If the work fails, its error comes out: itself, and not in a group."""
    work_fails.raises(BROKEN, alone=True)
