"""One await for two callbacks: the first call decides, in its own moment; no later one harms."""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "cancel_comes_out": "swallows_the_cancel",
    "comes_to_an_end": (
        "async_callbacks deaf_while_registering forgets_the_early_call hides_a_failed_register"
        " holds_back_the_cancel no_ear_for_errors one_future_for_the_module raises_in_the_callback"
        " spins_until_called waits_like_a_thread"
    ),
    "no_error_lost": (
        "asks_too_early errors_do_not_ask knows_only_of_calls late_call_finds_nothing"
        " leaves_a_task_waiting raises_in_the_callback returns_the_future second_call_breaks_it"
    ),
    "nothing_left_running": "leaves_a_task_waiting",
}


def plan(draw):
    """Return what the terminal says and when: no look at round times falls into that moment."""
    return draw.names(1)[0], draw.pick([0.7071, 1.4142, 2.2361])


def empties(draw):
    """Return values that are there, and do not look like it."""
    return [None, *draw.shuffled([0, "", []])]


def terminal(spy, moments):
    """Return a watched `register`; at each moment it makes some calls, at None before it returns.

    A call is ("done", value) or ("error", error).
    """
    loop = asyncio.get_running_loop()

    def register(on_done, on_error):
        functions = {"done": spy(on_done, name="on_done"), "error": spy(on_error, name="on_error")}

        def ring(calls):
            for name, what in calls:
                functions[name](what)

        for at, calls in moments.items():
            ring(calls) if at is None else loop.call_later(at, ring, calls)

    return spy(register, name="register")


@scenario
async def one_value(kata, draw, spy):
    receipt, at = plan(draw)
    return await kata.wait_callback(terminal(spy, {at: [("done", receipt)]}))


@scenario(schedules=1)  # nothing else happens for a long time: there is one order only
async def a_slow_customer(kata, draw, spy):
    receipt, at = plan(draw)
    return await kata.wait_callback(terminal(spy, {600 + at: [("done", receipt)]}))


@scenario
async def one_error(kata, draw, spy, attempt, failure):
    _, at = plan(draw)
    register = terminal(spy, {at: [("error", failure("card refused"))]})
    return await attempt(kata.wait_callback(register))


@scenario
async def a_value_inside_register(kata, draw, spy):
    calls = [("done", plan(draw)[0]), ("done", "a second one")]
    return await kata.wait_callback(terminal(spy, {None: calls}))


@scenario
async def an_error_inside_register(kata, spy, attempt, failure):
    register = terminal(spy, {None: [("error", failure("card refused"))]})
    return await attempt(kata.wait_callback(register))


@scenario
async def a_value_then_an_error(kata, draw, spy, attempt, failure):
    receipt, at = plan(draw)
    calls = [("done", receipt), ("error", failure("out of paper"))]
    return await attempt(kata.wait_callback(terminal(spy, {at: calls})))


@scenario
async def an_error_then_a_value(kata, draw, spy, attempt, failure):
    receipt, at = plan(draw)
    calls = [("error", failure("card refused")), ("error", failure("again")), ("done", receipt)]
    return await attempt(kata.wait_callback(terminal(spy, {at: calls})))


@scenario
async def called_again_later(kata, draw, spy, attempt, failure):
    receipt, at = plan(draw)
    later = [("done", "a second one"), ("error", failure("out of paper"))]
    moments = {at: [("done", receipt), *later], at + 1: later}
    await attempt(kata.wait_callback(terminal(spy, moments)))
    await asyncio.sleep(2)  # the second moment comes when the wait is over


@scenario
async def cancelled_and_never_called(kata, spy, attempt):
    waiting = asyncio.create_task(kata.wait_callback(terminal(spy, {})))
    await asyncio.sleep(0.5)
    waiting.cancel()
    return await attempt(waiting)


@scenario
async def called_after_a_cancel(kata, draw, spy, sweep, failure):
    receipt, at = plan(draw)
    calls = [("done", receipt), ("error", failure("out of paper"))]
    await sweep(kata.wait_callback(terminal(spy, {at: calls})))
    await asyncio.sleep(2 * at)  # the calls come to a wait that is cancelled


@scenario
async def nothing_to_show(kata, draw, spy, attempt):
    said = [[("done", value), ("done", "a second one")] for value in empties(draw)]
    return [await attempt(kata.wait_callback(terminal(spy, {1: calls}))) for calls in said]


@scenario
async def an_error_as_a_value(kata, spy, attempt, failure):
    calls = [("done", failure("the last attempt"))]
    return await attempt(kata.wait_callback(terminal(spy, {1: calls})))


@scenario
async def register_fails(kata, attempt, failure):
    def register(on_done, on_error):
        raise failure("no terminal connected")

    return await attempt(kata.wait_callback(register))


@scenario
async def two_payments(kata, draw, spy):
    first, second = draw.names(2)
    slow, quick = terminal(spy, {2: [("done", first)]}), terminal(spy, {1: [("done", second)]})
    return await asyncio.gather(kata.wait_callback(slow), kata.wait_callback(quick))


@catches(
    "async_callbacks does_not_wait gives_up_after_a_while looks_now_and_then returns_the_future"
    " spins_until_called waits_like_a_thread"
)
def test_the_value_comes_back(one_value, a_slow_customer):
    """What on_done is called with comes back at the very moment of the call."""
    late, early = "the value was there, and nobody looked", "nobody had called yet"
    for run, waits in ((one_value, 0), (a_slow_customer, 600)):
        receipt, at = plan(run.draw)
        run.gives(receipt)
        run.takes(waits + at, "when on_done is called", late=late, early=early)


@catches(
    "async_callbacks does_not_wait looks_now_and_then no_ear_for_errors raises_in_the_callback"
    " returns_the_error returns_the_future spins_until_called waits_like_a_thread"
)
def test_an_error_comes_out(one_error):
    """What on_error is called with is raised, at the very moment of the call."""
    one_error.raises("card refused", because="the terminal calls on_error with that error")
    one_error.takes(plan(one_error.draw)[1], late="the error was there, and nobody looked")


@catches(
    "async_callbacks gives_up_after_a_while registers_again registers_in_a_thread registers_twice"
    " spins_until_called waits_like_a_thread"
)
def test_register_is_called_once(one_value, a_slow_customer):
    """register is called once, in the loop's thread, however long the call takes to come."""
    for run in (one_value, a_slow_customer):
        calls = run.calls("register")
        run.expect(len(calls), 1, because="this is how often register was called")
        run.expect(f"in the {calls[0].thread} thread", "in the loop thread")


@catches(
    "async_callbacks deaf_while_registering forgets_the_early_call last_call_wins"
    " no_ear_for_errors returns_the_error returns_the_future second_call_breaks_it"
)
def test_a_call_may_come_while_registering(a_value_inside_register, an_error_inside_register):
    """A call may come while register runs: the first one decides, at once."""
    a_value_inside_register.gives(plan(a_value_inside_register.draw)[0])
    a_value_inside_register.takes(0, "there is nothing to wait for")
    an_error_inside_register.raises("card refused")


@catches(
    "async_callbacks does_not_wait errors_come_first last_call_wins no_ear_for_errors"
    " raises_in_the_callback registers_twice returns_the_error returns_the_future"
    " spins_until_called waits_like_a_thread"
)
def test_the_first_of_one_moment_counts(a_value_then_an_error, an_error_then_a_value):
    """When more calls follow at the same moment, the first one counts."""
    receipt, _ = plan(a_value_then_an_error.draw)
    a_value_then_an_error.gives(receipt, because="on_done is called first, then on_error")
    an_error_then_a_value.raises("card refused", because="on_error is called with it first")


@catches(
    "async_callbacks does_not_wait empty_value_is_no_value last_call_wins none_is_no_value"
    " none_means_not_yet returns_the_future spins_until_called waits_like_a_thread"
)
def test_nothing_is_a_value(nothing_to_show):
    """None, 0, an empty text and an empty list are values like any other."""
    got = [ended.error or ended.value for ended in nothing_to_show.value]
    why = "the terminal calls on_done with these, each in a call of its own"
    nothing_to_show.expect(got, empties(nothing_to_show.draw), because=why)


@catches(
    "async_callbacks does_not_wait looks_at_the_type returns_the_future spins_until_called"
    " waits_like_a_thread"
)
def test_an_exception_object_may_be_the_value(an_error_as_a_value):
    """An exception object that on_done is called with is a value like any other."""
    ended = an_error_as_a_value.value
    assert getattr(ended.value, "mark", None) == "the last attempt", an_error_as_a_value.explain(
        "the exception object, returned", got="it raised" if ended.error else ended.value
    )


@catches(
    "async_callbacks errors_do_not_ask knows_only_of_calls late_call_finds_nothing"
    " raises_in_the_callback second_call_breaks_it spins_until_called waits_like_a_thread"
)
def test_later_calls_raise_nothing(called_again_later, called_after_a_cancel):
    """A call after the first one, or after a cancel, raises nothing in the library."""
    for run in (called_again_later, called_after_a_cancel):
        for call in [*run.calls("on_done"), *run.calls("on_error")]:
            fine = f"`{call.name}` returns, whenever it is called"
            run.expect(call.error or fine, fine, because=f"it was called at {call.called:g} s")


@catches("hides_a_failed_register")
def test_error_of_register_comes_out(register_fails):
    """When register raises, its error comes out."""
    register_fails.raises("no terminal connected", because="register raised it")


@catches(
    "does_not_wait holds_back_the_cancel returns_the_future spins_until_called swallows_the_cancel"
    " waits_like_a_thread"
)
def test_a_cancel_comes_out_at_once(cancelled_and_never_called):
    """When you are cancelled, CancelledError comes out at once, also when no call ever comes."""
    cancelled_and_never_called.raises(asyncio.CancelledError)
    cancelled_and_never_called.takes(0.5, "when you were cancelled")


@catches(
    "async_callbacks does_not_wait one_future_for_the_module returns_the_future spins_until_called"
    " waits_like_a_thread"
)
def test_two_waits_stay_apart(two_payments):
    """Two waits at the same time: each gets the value of its own terminal."""
    two_payments.gives(two_payments.draw.names(2))
