"""Tasks that are waited for, bounded in time, cancelled and cleaned up as they should be."""

import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, suppress
from itertools import pairwise

from grader.lab import latency


async def fetch(value):
    await asyncio.sleep(latency(0.5, 2))
    return value


async def gathered_in_order():
    """`gather` gives the results in the order of the arguments, whoever came first."""
    assert await asyncio.gather(*map(fetch, range(5))) == list(range(5))


async def gathered_with_errors():
    """`return_exceptions` keeps every place, also those of errors."""

    async def divide(number):
        await asyncio.sleep(latency(0.5, 2))
        return 12 // number

    found = await asyncio.gather(*map(divide, [2, 0, 3]), return_exceptions=True)
    assert found[0] == 6 and found[2] == 4
    assert isinstance(found[1], ZeroDivisionError)


async def grouped():
    """A task group ends when all its tasks have."""
    async with asyncio.TaskGroup() as group:
        tasks = {name: group.create_task(fetch(name.upper())) for name in "abc"}
    assert {name: task.result() for name, task in tasks.items()} == {"a": "A", "b": "B", "c": "C"}


async def group_cancels_the_others():
    """One error cancels all others, each of which cleans up, whatever their order."""
    cleaned = set()

    async def serve(name):
        try:
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(latency(0, 0.5))
            cleaned.add(name)

    async def fail():
        await asyncio.sleep(1)
        raise ConnectionError

    failed = False
    try:
        async with asyncio.TaskGroup() as group:
            for name in ("a", "b", "c"):
                group.create_task(serve(name))
            group.create_task(fail())
    except* ConnectionError:
        failed = True
    assert failed and cleaned == {"a", "b", "c"}


async def as_completed_with_keys():
    """Results in the order of arrival, each with its key, go back to their places."""

    async def labelled(key):
        return key, await fetch(key * 2)

    places = dict([await each for each in asyncio.as_completed(map(labelled, range(4)))])
    assert [places[key] for key in range(4)] == [0, 2, 4, 6]


async def fastest_of_two_mirrors():
    """The first answer counts, and the slower request is cancelled and waited for."""
    open_requests = 0

    async def mirror():
        nonlocal open_requests
        open_requests += 1
        try:
            return await fetch("page")
        finally:
            open_requests -= 1

    tasks = [asyncio.create_task(mirror()) for _ in range(2)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    assert {task.result() for task in done} == {"page"}
    assert open_requests == 0


async def timeout_either_way():
    """Answer and timeout may meet in one instant; both ends are handled, and nothing is left."""
    now = asyncio.get_running_loop().time
    began = now()
    try:
        async with asyncio.timeout(1):
            answer = await fetch("late?")
    except TimeoutError:
        answer = None
    assert answer in (None, "late?")
    assert now() - began <= 1


async def wait_for_either_way():
    """`wait_for` gives the value or a timeout, and by then the task has ended."""
    task = asyncio.create_task(fetch(7))
    try:
        assert await asyncio.wait_for(task, 1) == 7
    except TimeoutError:
        assert task.cancelled()
    assert task.done()


async def inner_timeout_within_an_outer_one():
    """The shorter timeout fires, the longer one lets the second try end."""
    async with asyncio.timeout(3):
        with suppress(TimeoutError):
            async with asyncio.timeout(1):
                await asyncio.sleep(2)
        assert await asyncio.wait_for(asyncio.sleep(1, "second"), 1.5) == "second"


async def shielded_write():
    """A write that has begun goes on when its caller is cancelled, and is waited for."""
    disk, writes = [], []

    async def write(line):
        await asyncio.sleep(latency(0.5, 1.5))
        disk.append(line)

    async def save():
        writes.append(asyncio.create_task(write("important")))
        await asyncio.shield(writes[0])

    saving = asyncio.create_task(save())
    await asyncio.sleep(0.25)
    saving.cancel()
    with suppress(asyncio.CancelledError):
        await saving
    await asyncio.gather(*writes)
    assert disk == ["important"]


async def retried_with_growing_pauses():
    """Failures are tried again after 1, 2 and 4 seconds, and the fourth try succeeds."""
    tries = []
    now = asyncio.get_running_loop().time

    async def flaky():
        tries.append(now())
        await asyncio.sleep(0.25)
        if len(tries) < 4:
            raise ConnectionError
        return "ok"

    async def retrying():
        for pause in (1, 2, 4):
            try:
                return await flaky()
            except ConnectionError:
                await asyncio.sleep(pause)
        return await flaky()

    assert await retrying() == "ok"
    assert [b - a for a, b in pairwise(tries)] == [1.25, 2.25, 4.25]


async def pages_of_a_generator():
    """An async generator is read page by page and closed where the reader has enough."""
    closed = False

    async def pages():
        nonlocal closed
        try:
            for number in range(10):
                yield await fetch(number)
        finally:
            await asyncio.sleep(0.5)
            closed = True

    seen = []
    async with aclosing(pages()) as source:
        async for page in source:
            seen.append(page)
            if page == 3:
                break
    assert seen == [0, 1, 2, 3] and closed


async def connections_closed_in_reverse():
    """An exit stack closes in the reverse order of opening, also after an error."""
    log = []

    @asynccontextmanager
    async def connection(name):
        await asyncio.sleep(latency(0.25, 1))
        log.append(f"+{name}")
        try:
            yield name
        finally:
            await asyncio.sleep(latency(0.25, 1))
            log.append(f"-{name}")

    with suppress(ValueError):
        async with AsyncExitStack() as stack:
            for name in "abc":
                await stack.enter_async_context(connection(name))
            raise ValueError
    assert log == ["+a", "+b", "+c", "-c", "-b", "-a"]


async def background_tasks_kept():
    """Fire and forget, with references kept until each task has ended."""
    kept, sent = set(), []

    async def send(number):
        sent.append(await fetch(number))

    for number in range(4):
        task = asyncio.create_task(send(number))
        kept.add(task)
        task.add_done_callback(kept.discard)
    while kept:
        await asyncio.wait(kept)
    assert sorted(sent) == [0, 1, 2, 3]


async def everything_cancelled_at_shutdown():
    """All other tasks are cancelled and awaited; none is left, and each has cleaned up."""
    cleaned = 0

    async def serve():
        nonlocal cleaned
        try:
            await asyncio.Event().wait()
        finally:
            await fetch(None)
            cleaned += 1

    serving = [asyncio.create_task(serve()) for _ in range(4)]
    await asyncio.sleep(1)
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    assert cleaned == 4 and all(task.cancelled() for task in serving)
