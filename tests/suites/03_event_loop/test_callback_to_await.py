"""One await for two callbacks: the first call decides, in its own moment; no later one harms."""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "cancel_comes_out": ("swallows_the_cancel",),
    "comes_to_an_end": (
        "deaf_while_registering",
        "forgets_the_early_call",
        "hides_a_failed_register",
        "no_ear_for_errors",
        "one_future_for_the_module",
        "raises_in_the_callback",
        "spins_until_called",
        "waits_like_a_thread",
    ),
    "no_error_lost": (
        "knows_only_of_calls",
        "late_call_finds_nothing",
        "raises_in_the_callback",
        "returns_the_future",
        "second_call_breaks_it",
    ),
}


def plan(draw):
    """Return what the terminal says and when: no look at round times falls into that moment."""
    return draw.names(1)[0], draw.pick([0.7071, 1.4142, 2.2361])


def terminal(spy, moments):
    """Return a watched `register`; at each moment it makes some calls, at None before it returns.

    A call is ("done", value) or ("error", error).
    """
    loop = asyncio.get_running_loop()

    def register(on_done, on_error):
        functions = {"done": on_done, "error": on_error}

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
async def two_values(kata, draw, spy):
    receipt, at = plan(draw)
    calls = [("done", receipt), ("done", "a second one")]
    return await kata.wait_callback(terminal(spy, {at: calls}))


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
async def called_again_later(kata, draw, spy, failure):
    receipt, at = plan(draw)
    later = [("done", "a second one"), ("error", failure("out of paper"))]
    await kata.wait_callback(terminal(spy, {at: [("done", receipt)], at + 1: later}))
    await asyncio.sleep(2)  # the second moment comes when the wait is over


@scenario
async def called_after_a_cancel(kata, draw, spy, sweep, failure):
    receipt, at = plan(draw)
    calls = [("done", receipt), ("error", failure("out of paper"))]
    await sweep(kata.wait_callback(terminal(spy, {at: calls})))
    await asyncio.sleep(2 * at)  # the calls come to a wait that is cancelled


@scenario
async def nothing_to_show(kata, spy, attempt):
    return await attempt(kata.wait_callback(terminal(spy, {1: [("done", None)]})))


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
    "does_not_wait",
    "gives_up_after_five_seconds",
    "returns_the_future",
    "spins_until_called",
    "waits_like_a_thread",
)
def test_the_value_comes_back(one_value, a_slow_customer):
    """What on_done is called with comes back, also when it takes ten minutes to come."""
    for run in (one_value, a_slow_customer):
        run.gives(plan(run.draw)[0])


@catches(
    "does_not_wait",
    "looks_every_hundredth_of_a_second",
    "returns_the_future",
    "spins_until_called",
    "waits_like_a_thread",
)
def test_you_return_in_the_moment_of_the_call(one_value):
    """You return in the very moment of the call."""
    one_value.takes(
        plan(one_value.draw)[1],
        "when on_done is called",
        late="the value was there, and nobody looked",
        early="you returned before anybody had called",
    )


@catches("registers_in_a_thread", "registers_twice", "spins_until_called", "waits_like_a_thread")
def test_register_is_called_once(one_value):
    """register is called once, in the loop's thread."""
    calls = one_value.calls("register")
    one_value.expect(len(calls), 1, because="this is how often register was called")
    one_value.expect(f"in the {calls[0].thread} thread", "in the loop thread")


@catches(
    "does_not_wait",
    "looks_every_hundredth_of_a_second",
    "no_ear_for_errors",
    "raises_in_the_callback",
    "returns_the_error",
    "returns_the_future",
    "spins_until_called",
    "waits_like_a_thread",
)
def test_an_error_comes_out(one_error):
    """What on_error is called with is raised, in the very moment of the call."""
    one_error.raises("card refused", because="the terminal calls on_error with that error")
    one_error.takes(plan(one_error.draw)[1], late="the error was there, and nobody looked")


@catches(
    "deaf_while_registering",
    "forgets_the_early_call",
    "last_call_wins",
    "no_ear_for_errors",
    "returns_the_error",
    "returns_the_future",
    "second_call_breaks_it",
)
def test_a_call_may_come_while_registering(a_value_inside_register, an_error_inside_register):
    """A call may come while register runs: the first one decides, at once."""
    a_value_inside_register.gives(plan(a_value_inside_register.draw)[0])
    a_value_inside_register.takes(0, "there is nothing to wait for")
    an_error_inside_register.raises("card refused")


@catches(
    "does_not_wait",
    "errors_come_first",
    "last_call_wins",
    "registers_twice",
    "returns_the_future",
    "spins_until_called",
    "waits_like_a_thread",
)
def test_a_value_counts_when_it_comes_first(two_values, a_value_then_an_error):
    """When more calls follow a value in the same moment, the value counts."""
    two_values.gives(plan(two_values.draw)[0], because="the terminal calls on_done twice")
    receipt, _ = plan(a_value_then_an_error.draw)
    a_value_then_an_error.gives(receipt, because="on_done is called first, then on_error")


@catches(
    "does_not_wait",
    "last_call_wins",
    "no_ear_for_errors",
    "raises_in_the_callback",
    "registers_twice",
    "returns_the_error",
    "returns_the_future",
    "spins_until_called",
    "waits_like_a_thread",
)
def test_an_error_counts_when_it_comes_first(an_error_then_a_value):
    """When more calls follow an error in the same moment, the error counts."""
    an_error_then_a_value.raises("card refused", because="on_error is called with it first")


@catches("none_is_no_value", "returns_the_future", "spins_until_called", "waits_like_a_thread")
def test_none_is_a_value(nothing_to_show):
    """None is a value like any other."""
    nothing_to_show.gives(None, because="the terminal calls on_done(None)")


@catches(
    "does_not_wait",
    "looks_at_the_type",
    "returns_the_future",
    "spins_until_called",
    "waits_like_a_thread",
)
def test_an_exception_object_may_be_the_value(an_error_as_a_value):
    """An exception object that on_done is called with is a value like any other."""
    ended = an_error_as_a_value.value
    assert getattr(ended.value, "mark", None) == "the last attempt", an_error_as_a_value.explain(
        "the exception object, returned", got="it raised" if ended.error else ended.value
    )


@catches("hides_a_failed_register")
def test_error_of_register_comes_out(register_fails):
    """When register raises, its error comes out."""
    register_fails.raises("no terminal connected", because="register raised it")


@catches(
    "does_not_wait",
    "one_future_for_the_module",
    "returns_the_future",
    "spins_until_called",
    "waits_like_a_thread",
)
def test_two_waits_stay_apart(two_payments):
    """Two waits at the same time: each gets the value of its own terminal."""
    two_payments.gives(two_payments.draw.names(2))
