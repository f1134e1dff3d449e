"""A world knows who holds which lock, and keeps nothing alive by knowing it."""

import asyncio
import gc
import inspect
import weakref

import pytest

from grader.lab import VirtualLoop, run, world
from grader.lab.waiting.holds import holders_of


def line_of(function, text):
    """Return the line at which `text` stands in the source of `function`."""
    lines, first = inspect.getsourcelines(function)
    return next(first + n for n, line in enumerate(lines) if text in line)


def played(main):
    """Return what `main` returns; whatever it leaves behind is still there."""
    return run(main).result()


def told(lock):
    """Return who holds a lock: task, line and time."""
    holds = holders_of(lock).holds
    return [(hold.task_name, hold.where and hold.where.line, hold.at) for hold in holds]


@pytest.mark.parametrize("kind", [asyncio.Lock, asyncio.Semaphore, asyncio.BoundedSemaphore])
def test_what_is_taken_is_held_until_it_is_given_back(kind):
    async def main():
        lock = kind()
        await asyncio.sleep(1)
        async with lock:  # here
            inside = told(lock)
        return inside, told(lock)

    expected = ("holder", line_of(main, "# here"), 1001.25)

    async def named():
        return await asyncio.create_task(main(), name="holder")

    assert played(named) == ([expected], [])


def test_an_explicit_acquire_names_its_line():
    async def main():
        lock = asyncio.Lock()
        await lock.acquire()  # here
        return told(lock)

    assert [line for _, line, _ in played(main)] == [line_of(main, "# here")]


def test_a_permit_that_a_failed_task_took_with_it_is_still_held():
    async def main():
        places = asyncio.Semaphore(2)

        async def careless():
            await places.acquire()  # here
            raise ValueError("boom")

        await asyncio.gather(asyncio.create_task(careless(), name="w"), return_exceptions=True)
        gc.collect()  # the task is gone, its name is not
        return told(places)

    assert played(main) == [("w", line_of(main, "# here"), 1000.25)]


def test_a_note_keeps_no_task_alive():
    async def main():
        lock = asyncio.Lock()

        async def take():
            await lock.acquire()

        task = asyncio.create_task(take())
        await task
        seen = weakref.ref(task)
        del task
        await asyncio.sleep(1)  # a loop remembers the last step it made
        gc.collect()
        return seen(), len(told(lock))

    assert played(main) == (None, 1)


def test_each_task_gives_back_what_it_took_itself():
    async def main():
        places = asyncio.Semaphore(2)
        go_on = asyncio.Event()

        async def work():
            async with places:
                await go_on.wait()

        first = asyncio.create_task(work(), name="first")
        await asyncio.sleep(0)
        async with places:
            pass
        left = told(places)
        go_on.set()
        await first
        return [name for name, _, _ in left], told(places)

    assert played(main) == (["first"], [])


def test_what_somebody_else_gives_back_is_of_the_oldest_and_not_sure():
    async def main():
        places = asyncio.Semaphore(3)

        async def take(name):
            await places.acquire()

        for name in ("a", "b"):
            await asyncio.create_task(take(name), name=name)
        sure = holders_of(places).is_sure
        places.release()
        unsure = holders_of(places)
        names = [hold.task_name for hold in unsure.holds]
        was = unsure.is_sure
        places.release()
        return sure, names, was, unsure.is_sure, unsure.holds

    assert played(main) == (True, ["b"], False, True, [])


def test_giving_back_what_nobody_took_is_no_debt():
    async def main():
        signal = asyncio.Semaphore(0)
        signal.release()
        await signal.acquire()
        holders = holders_of(signal)
        return holders.permits, len(holders.holds)

    assert played(main) == (0, 1)


def test_a_refused_release_changes_nothing():
    async def main():
        bounded = asyncio.BoundedSemaphore(1)
        await bounded.acquire()
        bounded.release()
        with pytest.raises(ValueError):
            bounded.release()
        with pytest.raises(RuntimeError):
            asyncio.Lock().release()
        async with bounded:
            return len(told(bounded))

    assert played(main) == 1


def test_a_cancelled_wait_takes_nothing():
    async def main():
        lock = asyncio.Lock()
        async with lock:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(1):
                    await lock.acquire()
            return len(told(lock))

    assert played(main) == 1


def test_who_takes_a_lock_after_waiting_is_named_by_the_line_that_waited():
    async def main():
        lock = asyncio.Lock()
        await lock.acquire()
        asyncio.get_running_loop().call_later(2, lock.release)
        async with lock:  # here
            return told(lock)

    assert [item[1:] for item in played(main)] == [(line_of(main, "# here"), 1002.25)]


def test_a_task_that_is_nothing_but_an_acquire_has_no_line():
    async def main():
        lock = asyncio.Lock()
        await asyncio.create_task(lock.acquire(), name="taker")
        return told(lock)

    assert played(main) == [("taker", None, 1000.25)]


def test_a_condition_gives_its_lock_back_while_it_waits():
    async def main():
        condition = asyncio.Condition()

        async def wait():
            async with condition:
                await condition.wait()
                return told(condition._lock)

        waiter = asyncio.create_task(wait(), name="waiter")
        await asyncio.sleep(0)
        between = told(condition._lock)
        async with condition:
            condition.notify()
        return between, [name for name, _, _ in await waiter]

    assert played(main) == ([], ["waiter"])


def test_a_subclass_of_the_learners_is_seen_too():
    class Gate(asyncio.Lock):
        async def acquire(self):
            return await super().acquire()

    async def main():
        gate = Gate()
        async with gate:
            return len(told(gate))

    assert played(main) == 1


def test_asyncio_looks_as_ever():
    before = asyncio.Lock.acquire, asyncio.Semaphore.release
    with world():
        for kind in (asyncio.Lock, asyncio.Semaphore):
            assert inspect.iscoroutinefunction(kind.acquire)
            assert kind.acquire.__qualname__ == f"{kind.__name__}.acquire"
            assert inspect.signature(kind.release) == inspect.signature(before[1])
    assert (asyncio.Lock.acquire, asyncio.Semaphore.release) == before


def test_outside_a_world_nothing_is_noted():
    async def main():
        lock = asyncio.Lock()
        await lock.acquire()
        return holders_of(lock)

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        assert runner.run(main()) is None
