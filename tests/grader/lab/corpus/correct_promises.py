"""Programs that rely on what asyncio promises, and on nothing else."""

import asyncio
import concurrent.futures
import time
from contextlib import suppress

from grader.lab import latency


async def callbacks_in_the_order_of_asking():
    """`call_soon` is first come, first served."""
    loop, order = asyncio.get_running_loop(), []
    for number in range(5):
        loop.call_soon(order.append, number)
    await asyncio.sleep(0)
    assert order == [0, 1, 2, 3, 4]


async def tasks_begin_in_the_order_of_making():
    """Each task runs to its first await before the next one begins."""
    order = []

    async def work(number):
        order.append(number)
        await asyncio.sleep(0)
        order.append(number + 10)

    await asyncio.gather(*map(work, range(3)))
    assert order == [0, 1, 2, 10, 11, 12]


async def timers_by_their_deadline():
    """Timers fire by deadline, in whatever order they were made."""
    loop, order = asyncio.get_running_loop(), []
    for number in [3, 1, 2]:
        loop.call_later(number, order.append, number)
        loop.call_at(loop.time() + number + 0.5, order.append, number + 0.5)
    await asyncio.sleep(5)
    assert order == [1, 1.5, 2, 2.5, 3, 3.5]


async def overdue_timers_by_their_deadline():
    """A callback that blocks the loop makes timers late, but they keep their order."""
    loop, order = asyncio.get_running_loop(), []
    for number in [3, 1, 2]:
        loop.call_later(number, order.append, number)
    time.sleep(5)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert order == [1, 2, 3]


async def what_is_ready_before_what_is_due():
    """A callback that is ready when the loop turns runs before a timer that falls due then."""
    loop, order = asyncio.get_running_loop(), []
    loop.call_later(0, order.append, "timer")
    loop.call_soon(order.append, "soon")
    await asyncio.sleep(1)
    assert order == ["soon", "timer"]


async def cancelled_timer_stays_silent():
    """A timer cancelled by another one that fires earlier does not fire."""
    loop, fired = asyncio.get_running_loop(), []
    late = loop.call_later(2, fired.append, "late")
    loop.call_later(1, late.cancel)
    await asyncio.sleep(3)
    assert fired == []


async def lock_in_the_order_of_asking():
    """A lock goes to whoever has waited longest."""
    lock, order = asyncio.Lock(), []

    async def work(number):
        await asyncio.sleep(number / 8)
        async with lock:
            await asyncio.sleep(latency(1, 2))
            order.append(number)

    await asyncio.gather(*map(work, [2, 0, 3, 1]))
    assert order == [0, 1, 2, 3]


async def semaphore_in_the_order_of_asking():
    """Permits go to whoever has waited longest, also past one who gave up."""
    permits, order = asyncio.Semaphore(1), []

    async def work(number):
        async with permits:
            order.append(number)
            await asyncio.sleep(latency(1, 2))

    tasks = [asyncio.create_task(work(number)) for number in range(4)]
    await asyncio.sleep(0.5)
    tasks[1].cancel()
    with suppress(asyncio.CancelledError):
        await tasks[1]
    await asyncio.gather(tasks[0], tasks[2], tasks[3])
    assert order == [0, 2, 3]


async def notified_in_the_order_of_waiting():
    """`notify` wakes whoever has waited longest."""
    changed, order = asyncio.Condition(), []

    async def wait(number):
        async with changed:
            await changed.wait()
            order.append(number)

    async with asyncio.TaskGroup() as group:
        for number in range(3):
            group.create_task(wait(number))
        await asyncio.sleep(latency(0.5, 1))
        for _ in range(3):
            async with changed:
                changed.notify()
            await asyncio.sleep(0.5)
    assert order == [0, 1, 2]


async def getters_in_the_order_of_asking():
    """Items go to those who wait in the order in which they began to."""
    items, got = asyncio.Queue(), {}

    async def get(number):
        got[number] = await items.get()

    async with asyncio.TaskGroup() as group:
        for number in range(3):
            group.create_task(get(number))
        await asyncio.sleep(1)
        for item in "abc":
            items.put_nowait(item)
    assert got == {0: "a", 1: "b", 2: "c"}


async def shorter_timeout_first():
    """Of two timeouts in one task, the one that ends earlier is the one that is felt."""
    now = asyncio.get_running_loop().time
    began, felt = now(), []
    try:
        async with asyncio.timeout(2):
            try:
                async with asyncio.timeout(1):
                    await asyncio.sleep(3)
            except TimeoutError:
                felt.append(now() - began)
                await asyncio.sleep(3)
    except TimeoutError:
        felt.append(now() - began)
    assert felt == [1, 2]


async def done_before_its_timeout():
    """What ends before the deadline is never cancelled, however near."""
    for _ in range(5):
        assert await asyncio.wait_for(asyncio.sleep(latency(0.5, 0.875), "done"), 1) == "done"
        async with asyncio.timeout(1):
            await asyncio.sleep(latency(0.5, 0.875))


async def timeout_moved_on():
    """A deadline that is moved on while there is time does not fire at its old place."""
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as deadline:
        for _ in range(5):
            await asyncio.sleep(latency(0.25, 0.75))
            deadline.reschedule(loop.time() + 1)
    assert not deadline.expired()


async def jobs_of_a_pool_of_one():
    """One thread does what it is given in the order in which it is given."""
    order = []

    def work(number):
        time.sleep(latency(0, 0.5))
        order.append(number)

    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        await asyncio.gather(*(loop.run_in_executor(pool, work, n) for n in range(4)))
    assert order == [0, 1, 2, 3]


async def awaited_before_the_next_begins():
    """One after the other is one after the other, in exactly the sum of their times."""
    now = asyncio.get_running_loop().time
    began, expected = now(), 0.0
    for _ in range(5):
        seconds = latency(0.25, 1)
        expected += seconds
        await asyncio.sleep(seconds)
    assert now() - began == expected


async def done_callbacks_in_the_order_of_adding():
    """A future calls its callbacks in the order in which they were added."""
    future, order = asyncio.get_running_loop().create_future(), []
    for number in range(4):
        future.add_done_callback(lambda _, number=number: order.append(number))
    asyncio.get_running_loop().call_later(1, future.set_result, None)
    await future
    await asyncio.sleep(0)
    assert order == [0, 1, 2, 3]


async def cancelled_once_by_two():
    """Whoever of two comes first, a task that is cancelled twice ends once, as cancelled."""
    ends = []

    async def work():
        try:
            await asyncio.sleep(9)
        finally:
            ends.append(True)

    task = asyncio.create_task(work())
    loop = asyncio.get_running_loop()
    loop.call_later(1, task.cancel)
    loop.call_later(1, task.cancel)
    await asyncio.wait([task])
    assert task.cancelled() and ends == [True]
