"""A connection that is open for the length of a block, and closed whatever happens in it.

An error of `connect` or `close` may come out alone or as the only one of a group, as a
`TaskGroup` wraps it; the error of the body comes out as it is.
"""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "cancel_comes_out": (
        "close_without_brackets connect_inside_the_try connect_not_awaited exit_returns_close"
        " exit_returns_true exit_without_arguments swallows_the_cancel"
    ),
    "everything_awaited": "close_not_awaited connect_not_awaited returns_instead_of_yielding",
    "nothing_left_running": "close_without_brackets closes_in_the_background connect_not_awaited",
}


OUTCOMES = {"not started": "never awaited", "running": "was not over with the block"}


def plan(draw):
    """Return a name, and how long connecting, working and closing take."""
    return draw.names(1)[0], *draw.seconds(3)


def house(spy, draw, broken=None, cannot_close=None):
    """Return the name, the seconds of work and a watched `connect`.

    The connections it makes have a watched `close`. `broken` is what `connect` raises instead,
    and `cannot_close` what `close` raises in the end.
    """
    name, connecting, work, closing = plan(draw)

    class Connection:
        @spy
        async def close(self):
            await asyncio.sleep(closing)
            if cannot_close is not None:
                raise cannot_close
            return "goodbye"

    @spy
    async def connect(name):
        await asyncio.sleep(connecting)
        if broken is not None:
            raise broken
        connection = Connection()
        made.append(connection)
        return connection

    made = []
    return name, work, connect, made


@scenario
async def first_step(kata, draw, spy, attempt):
    name, _, connect, _ = house(spy, draw)

    async def visitor():
        async with kata.opened(connect, name):
            pass

    await attempt(visitor())


@scenario
async def visit(kata, draw, spy, note):
    name, work, connect, made = house(spy, draw)
    async with kata.opened(connect, name) as connection:
        note("begun", bool(made) and connection is made[0])
        await asyncio.sleep(work)
        note("done")


@scenario
async def entered_late(kata, draw, spy, note):
    name, work, connect, _ = house(spy, draw)
    manager = kata.opened(connect, name)
    await asyncio.sleep(work)
    note("entered")
    async with manager:
        pass


@scenario
async def body_fails(kata, draw, spy, attempt, failure):
    name, work, connect, _ = house(spy, draw)

    async def visitor():
        async with kata.opened(connect, name):
            await asyncio.sleep(work)
            raise failure("in the body")

    return await attempt(visitor())


@scenario
async def cancelled_anywhere(kata, draw, spy, sweep):
    name, work, connect, _ = house(spy, draw)

    async def visitor():
        async with kata.opened(connect, name):
            await asyncio.sleep(work)

    await sweep(visitor())
    await asyncio.sleep(4)  # no closing takes longer: one that is shielded may end by itself


@scenario
async def two_at_once(kata, draw, spy, note):
    first, second = draw.names(2)

    class Connection:
        def __init__(self, name):
            self.name = name

        @spy
        async def close(self):
            await asyncio.sleep(1)
            note("closed", self.name)

    @spy
    async def connect(name):
        await asyncio.sleep(1)
        return Connection(name)

    async def visitor(name, late):
        await asyncio.sleep(late)
        async with kata.opened(connect, name):
            await asyncio.sleep(5)

    await asyncio.gather(visitor(first, 0), visitor(second, 2))


@scenario
async def close_fails(kata, draw, spy, attempt, failure):
    cannot_close = failure("cannot close", ConnectionError)
    name, work, connect, _ = house(spy, draw, cannot_close=cannot_close)

    async def visitor():
        async with kata.opened(connect, name):
            await asyncio.sleep(work)

    return await attempt(visitor())


@scenario
async def connect_fails(kata, draw, spy, attempt, note, failure):
    name, _, connect, _ = house(spy, draw, failure("nobody there", ConnectionError))

    async def visitor():
        async with kata.opened(connect, name):
            note("begun")

    return await attempt(visitor())


def closed_once(run):
    """Return how a run's connection was closed: "closed once" if all is well."""
    calls = run.calls("close")
    if len(calls) != 1:
        return f"closed {len(calls)} times"
    if calls[0].outcome == "returned":
        return "closed once"
    return "close was called, and " + OUTCOMES.get(calls[0].outcome, calls[0].outcome)


def unwrapped(error):
    """Return the error inside a group that holds nothing else, or the error itself."""
    while error is not None and len(error.inner) == 1:
        error = error.inner[0]
    return error


@catches("connect_not_awaited no_decorator plain_contextmanager returns_instead_of_yielding")
def test_connect_is_awaited(first_step):
    """`connect(name)` is awaited on the way in."""
    called = first_step.calls("connect")
    assert called, first_step.explain("connect is called", got="no call of connect")
    forgotten = [call for call in called if call.started is None]
    assert not forgotten, first_step.explain(
        "await connect(...)",
        got="connect(...) was called, but never awaited",
        because="without `await` the call only makes a coroutine object, and nobody connects",
        where=forgotten[0].where,
    )


@catches("connects_twice no_decorator plain_contextmanager returns_instead_of_yielding")
def test_it_connects_once_by_name(first_step):
    """`connect` is called once, with the name."""
    name, *_ = plan(first_step.draw)
    got = [call.args for call in first_step.calls("connect")]
    told = " and ".join(f"connect({', '.join(map(repr, args))})" for args in got)
    assert got == [(name,)], first_step.explain(f"connect({name!r})", got=told or "no call")


@catches(
    "bare_yield close_without_brackets connect_not_awaited connects_twice enter_without_return"
    " exit_without_arguments no_decorator plain_contextmanager returns_instead_of_yielding"
    " returns_the_manager"
)
def test_as_names_the_connection(visit):
    """`as` names the connection that `connect` gave."""
    same = visit.notes("begun")[0].value
    assert same is True, visit.explain(
        "the connection",
        got="something else",
        because="`as` names what the entry hands over",
    )


@catches(
    "close_not_awaited close_without_brackets closes_after_errors_only closes_in_the_background"
    " closes_twice connect_not_awaited connects_twice exit_without_arguments never_closes"
    " no_decorator plain_contextmanager returns_instead_of_yielding"
)
def test_the_block_takes_its_time(visit):
    """Connecting is over when the body begins, closing is over when the block ends."""
    _, connecting, work, closing = plan(visit.draw)
    expected = connecting + work + closing
    assert visit.makespan == expected, visit.explain(
        expected,
        f"{connecting:g} + {work:g} + {closing:g}",
        because="the block was over before all three were"
        if visit.makespan < expected
        else "there is one connecting, one body and one closing",
    )


@catches(
    "close_without_brackets connect_not_awaited connects_when_called exit_without_arguments"
    " no_decorator plain_contextmanager returns_instead_of_yielding"
)
def test_nothing_happens_before_the_entry(entered_late):
    """Nothing happens before the block is entered."""
    entered = entered_late.notes("entered")[0].at
    called = entered_late.calls("connect")[0].called
    assert called == entered, entered_late.explain(
        entered,
        "when the block is entered",
        got=called,
        because="the manager was only made, not entered, and connected already"
        if called < entered
        else "",
    )


@catches(
    "close_not_awaited close_without_brackets closes_after_errors_only closes_in_the_background"
    " closes_twice connect_not_awaited exit_without_arguments never_closes no_decorator"
    " plain_contextmanager returns_instead_of_yielding"
)
def test_closed_once_after_a_good_end(visit):
    """After a body that went well the connection is closed, once."""
    got = closed_once(visit)
    assert got == "closed once", visit.explain("closed once", got=got)


@catches(
    "close_not_awaited close_without_brackets closes_in_the_background connect_not_awaited"
    " exit_without_arguments never_closes no_decorator no_finally plain_contextmanager"
    " returns_instead_of_yielding"
)
def test_closed_once_after_an_error(body_fails):
    """After an error in the body the connection is closed, once."""
    got = closed_once(body_fails)
    assert got == "closed once", body_fails.explain(
        "closed once",
        got=got,
        because="an error is a way out of the block like any other"
        if got == "closed 0 times"
        else "",
    )


@catches("exit_returns_close exit_returns_true swallows_errors")
def test_an_error_is_not_swallowed(body_fails):
    """After an error in the body, an error comes out of the block."""
    ended = body_fails.value
    assert ended.error, body_fails.explain(
        "the error of the body",
        got="no error",
        because="whoever wrote the block has to learn that it failed",
    )


@catches(
    "close_without_brackets connect_not_awaited exit_without_arguments no_decorator"
    " plain_contextmanager returns_instead_of_yielding wraps_the_error"
)
def test_the_error_stays_the_same(body_fails):
    """What comes out is the error of the body itself, not another one."""
    error = body_fails.value.error
    assert error is None or error.mark == "in the body", body_fails.explain(
        "the error of the body",
        got=error,
        because="the caller waits for this error, and will not recognise another one",
    )


@catches(
    "close_not_awaited close_without_brackets closes_after_errors_only closes_twice connects_twice"
    " exit_without_arguments forgets_about_cancel never_closes no_finally"
)
def test_closed_wherever_a_cancel_strikes(cancelled_anywhere):
    """Wherever a cancel strikes, what is connected by then is closed, once."""
    run = cancelled_anywhere
    connected = [call for call in run.calls("connect") if call.outcome == "returned"]
    closed = [call for call in run.calls("close") if call.started is not None]
    struck = "being cancelled is a way out of the block like any other"
    why = struck if run.run.cut else "this was the run without a cancel"
    assert len(closed) == len(connected), run.explain(
        f"{len(connected)} closed",
        "as many as connected",
        got=f"{len(closed)} closed",
        because=why if len(closed) < len(connected) else "",
    )


@catches(
    "connect_inside_the_try connect_not_awaited goes_on_without_a_connection no_decorator"
    " plain_contextmanager returns_instead_of_yielding"
)
def test_a_failed_connect_comes_out(connect_fails):
    """When `connect` fails, its error comes out."""
    ended = connect_fails.value
    error = unwrapped(ended.error)
    assert error and error.mark == "nobody there", connect_fails.explain(
        "the error of connect",
        got=ended.error or "no error",
        because="there is no connection, so there is nothing to close"
        if ended.error and connect_fails.calls("connect")
        else "",
    )


@catches("connect_not_awaited goes_on_without_a_connection")
def test_no_connection_no_body(connect_fails):
    """When `connect` fails, the body of the block does not begin."""
    begun = connect_fails.notes("begun")
    assert not begun, connect_fails.explain(
        "no body without a connection",
        got="the body began",
        because="there is nothing that it could work with",
    )


@catches(
    "close_not_awaited close_without_brackets closes_after_errors_only closes_in_the_background"
    " connect_not_awaited exit_without_arguments hides_a_failed_close never_closes no_decorator"
    " plain_contextmanager returns_instead_of_yielding"
)
def test_a_failed_close_comes_out(close_fails):
    """When `close` fails, its error comes out."""
    ended = close_fails.value
    error = unwrapped(ended.error)
    assert error and error.mark == "cannot close", close_fails.explain(
        "the error of close",
        got=ended.error or "no error",
        because="" if ended.error else "the connection may still be open, and nobody will know",
    )


@catches(
    "close_without_brackets connect_not_awaited connection_kept_by_the_class"
    " exit_without_arguments no_decorator one_connection_for_all plain_contextmanager"
    " returns_instead_of_yielding"
)
def test_blocks_do_not_share_a_connection(two_at_once):
    """Two blocks at the same time each close their own connection."""
    names = two_at_once.draw.names(2)
    closed = [each.value for each in two_at_once.notes("closed")]
    got = {name: closed.count(name) for name in names}
    # Not closing at all, or closing both twice, is for other checks.
    mixed_up = max(got.values()) > 1 and min(got.values()) == 0
    assert not mixed_up, two_at_once.explain(
        dict.fromkeys(names, 1),
        "how often each connection is closed",
        got=got,
        because="one block closed the connection of the other",
    )
