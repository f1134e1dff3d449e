"""A connection that is open for the length of a block, and closed whatever happens in it."""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "everything_awaited": (
        "close_not_awaited",
        "connect_not_awaited",
        "returns_instead_of_yielding",
    ),
    "nothing_left_running": ("closes_in_the_background",),
}


def plan(draw):
    """Return a name, and how long connecting, working and closing take."""
    return draw.names(1)[0], *draw.seconds(3)


def house(spy, draw, broken=None):
    """Return the name, the seconds of work and a watched `connect`.

    The connections it makes have a watched `close`; with `broken` it raises that instead.
    """
    name, connecting, work, closing = plan(draw)

    class Connection:
        @spy
        async def close(self):
            await asyncio.sleep(closing)
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
async def body_cancelled(kata, draw, spy):
    name, work, connect, _ = house(spy, draw)
    inside = asyncio.Event()

    async def visitor():
        async with kata.opened(connect, name):
            inside.set()
            await asyncio.sleep(3600)

    task = asyncio.create_task(visitor())
    entering = asyncio.create_task(inside.wait())
    await asyncio.wait({task, entering}, return_when=asyncio.FIRST_COMPLETED)
    await asyncio.sleep(work)
    task.cancel()
    entering.cancel()
    await asyncio.wait({task})
    return "cancelled" if task.cancelled() else repr(task.exception())


@scenario
async def connect_fails(kata, draw, spy, attempt, failure):
    name, _, connect, _ = house(spy, draw, failure("nobody there", ConnectionError))

    async def visitor():
        async with kata.opened(connect, name):
            pass

    return await attempt(visitor())


def closed_once(run):
    """Return how a run's connection was closed: "closed once" if all is well."""
    calls = run.calls("close")
    if len(calls) != 1:
        return f"closed {len(calls)} times"
    return "closed once" if calls[0].outcome == "returned" else f"closing: {calls[0].outcome}"


@catches(
    "enter_without_return",
    "returns_the_manager",
    "bare_yield",
    "connect_not_awaited",
    "no_decorator",
    "plain_contextmanager",
    "returns_instead_of_yielding",
)
def test_as_names_the_connection(visit):
    """`as` names the connection that `connect` gave."""
    same = visit.notes("begun")[0].value
    assert same is True, visit.explain(
        "the connection",
        got="something else",
        because="`as` names what the entry hands over, nothing else",
    )


@catches(
    "closes_after_errors_only",
    "close_not_awaited",
    "connect_not_awaited",
    "closes_in_the_background",
    "closes_twice",
    "no_decorator",
    "plain_contextmanager",
    "returns_instead_of_yielding",
)
def test_the_block_takes_its_time(visit):
    """Connecting is over when the body begins, closing is over when the block ends."""
    _, connecting, work, closing = plan(visit.draw)
    expected = connecting + work + closing
    assert visit.makespan == expected, visit.explain(
        expected,
        f"{connecting:g} + {work:g} + {closing:g}",
        because="connecting, the body and closing come one after another",
    )


@catches(
    "connect_not_awaited",
    "connects_when_called",
    "no_decorator",
    "plain_contextmanager",
    "returns_instead_of_yielding",
)
def test_nothing_happens_before_the_entry(entered_late):
    """Nothing happens before the block is entered."""
    entered = entered_late.notes("entered")[0].at
    called = entered_late.calls("connect")[0].called
    assert called == entered, entered_late.explain(
        entered,
        "when the block is entered",
        got=called,
        because="the manager was only made, not entered, and connected already",
    )


@catches(
    "connect_not_awaited",
    "no_decorator",
    "plain_contextmanager",
    "returns_instead_of_yielding",
)
def test_it_connects_by_name(visit):
    """`connect` is called once, with the name."""
    name, *_ = plan(visit.draw)
    got = [call.args for call in visit.calls("connect")]
    assert got == [(name,)], visit.explain([(name,)], got=got)


@catches(
    "closes_after_errors_only",
    "close_not_awaited",
    "connect_not_awaited",
    "closes_in_the_background",
    "closes_twice",
    "no_decorator",
    "plain_contextmanager",
    "returns_instead_of_yielding",
)
def test_closed_once_after_a_good_end(visit):
    """After a body that went well the connection is closed, once."""
    got = closed_once(visit)
    assert got == "closed once", visit.explain("closed once", got=got)


@catches(
    "no_finally",
    "close_not_awaited",
    "connect_not_awaited",
    "closes_in_the_background",
    "no_decorator",
    "plain_contextmanager",
    "returns_instead_of_yielding",
)
def test_closed_once_after_an_error(body_fails):
    """After an error in the body the connection is closed, once."""
    got = closed_once(body_fails)
    assert got == "closed once", body_fails.explain(
        "closed once", got=got, because="an error is a way out of the block like any other"
    )


@catches(
    "swallows_errors",
    "exit_returns_true",
    "exit_returns_close",
    "connect_not_awaited",
    "no_decorator",
    "plain_contextmanager",
    "returns_instead_of_yielding",
)
def test_an_error_goes_on(body_fails):
    """An error in the body comes out of the block."""
    ended = body_fails.value
    mark = ended.error and ended.error.mark
    assert mark == "in the body", body_fails.explain(
        "the error of the body",
        got=ended.error or "no error",
        because="whoever wrote the block has to learn that it failed",
    )


@catches(
    "no_finally",
    "forgets_about_cancel",
    "close_not_awaited",
    "connect_not_awaited",
    "closes_in_the_background",
    "no_decorator",
    "plain_contextmanager",
    "returns_instead_of_yielding",
)
def test_closed_once_after_a_cancel(body_cancelled):
    """When the body is cancelled the connection is closed, once."""
    got = closed_once(body_cancelled)
    assert got == "closed once", body_cancelled.explain(
        "closed once", got=got, because="being cancelled is a way out of the block like any other"
    )


@catches(
    "exit_returns_true",
    "exit_returns_close",
    "connect_not_awaited",
    "no_decorator",
    "plain_contextmanager",
    "returns_instead_of_yielding",
)
def test_a_cancel_goes_on(body_cancelled):
    """A cancelled body stays cancelled."""
    got = body_cancelled.value
    assert got == "cancelled", body_cancelled.explain(
        "cancelled",
        got=got,
        because="a task that was told to stop has to stop",
    )


@catches(
    "connect_not_awaited",
    "connect_inside_the_try",
    "no_decorator",
    "plain_contextmanager",
    "returns_instead_of_yielding",
)
def test_a_failed_connect_comes_out(connect_fails):
    """When `connect` fails, its error comes out."""
    ended = connect_fails.value
    mark = ended.error and ended.error.mark
    assert mark == "nobody there", connect_fails.explain(
        "the error of connect",
        got=ended.error or "no error",
        because="there is no connection, so there is nothing to close",
    )
