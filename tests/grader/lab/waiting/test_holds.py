"""A world knows who holds which lock, and keeps nothing alive by knowing it."""

import asyncio
import gc
import inspect
import weakref

import pytest

from grader.lab import VirtualLoop, run, world
from grader.lab.waiting.holds import holders_of, still_held


def line_of(function, text):
    """Return the line at which `text` stands in the source of `function`."""
    lines, first = inspect.getsourcelines(function)
    return next(first + n for n, line in enumerate(lines) if text in line)


def played(main):
    """Return what `main` returns; whatever it leaves behind is still there."""
    return run(main).result()


def told(held):
    return [(item.what, item.task, item.where and item.where.line, item.at) for item in held]


@pytest.mark.parametrize("kind", [asyncio.Lock, asyncio.Semaphore, asyncio.BoundedSemaphore])
def test_what_is_taken_is_held_until_it_is_given_back(kind):
    async def main():
        lock = kind()
        await asyncio.sleep(1)
        async with lock:  # here
            inside = told(still_held())
        return inside, still_held()

    expected = (kind.__name__, "holder", line_of(main, "# here"), 1001.25)

    async def named():
        return await asyncio.create_task(main(), name="holder")

    assert played(named) == ([expected], [])


def test_an_explicit_acquire_names_its_line():
    async def main():
        lock = asyncio.Lock()
        await lock.acquire()  # here
        return told(still_held())

    assert [line for _, _, line, _ in played(main)] == [line_of(main, "# here")]


def test_a_permit_that_a_failed_task_took_with_it_is_still_held():
    async def main():
        places = asyncio.Semaphore(2)

        async def careless():
            await places.acquire()  # here
            raise ValueError("boom")

        await asyncio.gather(asyncio.create_task(careless(), name="w"), return_exceptions=True)
        gc.collect()  # the task is gone, its name is not
        return told(still_held()), places

    (held,), _ = played(main)
    assert held == ("Semaphore", "w", line_of(main, "# here"), 1000.25)


def test_only_what_was_taken_since_a_moment_is_told():
    async def main():
        early, late = asyncio.Lock(), asyncio.Lock()
        await early.acquire()
        await asyncio.sleep(1)
        await late.acquire()
        return [len(still_held(since)) for since in (1000.25, 1001.25, 1001.5)]

    assert played(main) == [2, 1, 0]


def test_a_lock_that_nobody_can_reach_is_held_by_nobody():
    async def main():
        circle = [asyncio.Lock()]
        circle.append(circle)
        await circle[0].acquire()
        del circle
        return still_held()

    assert played(main) == []


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
        return seen(), len(still_held())

    assert played(main) == (None, 1)


def test_another_world_begins_with_nothing_held():
    kept = []

    async def main():
        kept.append(asyncio.Lock())
        await kept[-1].acquire()
        return len(still_held())

    assert [played(main), played(main)] == [1, 1]


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
        left = told(still_held())
        go_on.set()
        await first
        return [name for _, name, _, _ in left], still_held()

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
            return len(still_held())

    assert played(main) == 1


def test_a_cancelled_wait_takes_nothing():
    async def main():
        lock = asyncio.Lock()
        async with lock:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(1):
                    await lock.acquire()
            return len(still_held())

    assert played(main) == 1


def test_who_takes_a_lock_after_waiting_is_named_by_the_line_that_waited():
    async def main():
        lock = asyncio.Lock()
        await lock.acquire()
        asyncio.get_running_loop().call_later(2, lock.release)
        async with lock:  # here
            return told(still_held())

    assert [item[2:] for item in played(main)] == [(line_of(main, "# here"), 1002.25)]


def test_a_task_that_is_nothing_but_an_acquire_has_no_line():
    async def main():
        lock = asyncio.Lock()
        await asyncio.create_task(lock.acquire(), name="taker")
        return told(still_held())

    assert played(main) == [("Lock", "taker", None, 1000.25)]


def test_a_condition_gives_its_lock_back_while_it_waits():
    async def main():
        condition = asyncio.Condition()

        async def wait():
            async with condition:
                await condition.wait()
                return told(still_held())

        waiter = asyncio.create_task(wait(), name="waiter")
        await asyncio.sleep(0)
        between = still_held()
        async with condition:
            condition.notify()
        return between, [name for _, name, _, _ in await waiter]

    assert played(main) == ([], ["waiter"])


def test_a_subclass_of_the_learners_is_seen_too():
    class Gate(asyncio.Lock):
        async def acquire(self):
            return await super().acquire()

    async def main():
        async with Gate():
            return [item.what for item in still_held()]

    assert played(main) == ["Lock"]


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
        return holders_of(lock), still_held()

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        assert runner.run(main()) == (None, [])
