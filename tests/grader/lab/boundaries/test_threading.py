"""Threads and everything that they wait for take virtual time."""

import _thread
import asyncio
import concurrent.futures
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from grader.lab import run
from grader.lab.clock import START_SECONDS

row = pytest.mark.row
BEFORE = threading.Lock()  # made before any world


def now():
    return time.monotonic() - START_SECONDS


def in_a_thread(work):
    """Run `work` in a thread of a world and return what it returns, and the makespan."""
    outcome = run(lambda: asyncio.to_thread(work))
    return outcome.result(), outcome.makespan


def held(lock):
    lock.acquire()
    return lock


# Each waits for what never comes, with a timeout of three seconds.
WAITS = [
    pytest.param(lambda: held(threading.Lock()).acquire(timeout=3), marks=row("Lock, RLock")),
    pytest.param(lambda: threading.Event().wait(3), marks=row("Event, Condition")),
    pytest.param(lambda: _condition().wait(3), marks=row("Event, Condition")),
    pytest.param(
        lambda: threading.Semaphore(0).acquire(timeout=3), marks=row("Semaphore, Barrier")
    ),
    pytest.param(lambda: _broken(threading.Barrier(2)), marks=row("Semaphore, Barrier")),
    pytest.param(lambda: _empty(queue.Queue()), marks=row("queue.Queue, queue.SimpleQueue")),
    pytest.param(lambda: _empty(queue.SimpleQueue()), marks=row("queue.Queue, queue.SimpleQueue")),
    pytest.param(
        lambda: _empty(queue.PriorityQueue()), marks=row("queue.Queue, queue.SimpleQueue")
    ),
    pytest.param(lambda: _never_done("wait"), marks=row("concurrent.futures.wait, as_completed")),
    pytest.param(
        lambda: _never_done("as_completed"), marks=row("concurrent.futures.wait, as_completed")
    ),
    pytest.param(lambda: _never_done("result"), marks=row("concurrent.futures.wait, as_completed")),
    pytest.param(lambda: _still_alive(), marks=row("threading.Thread")),
]


def _condition():
    return held(threading.Condition())


def _broken(barrier):
    try:
        barrier.wait(3)
    except threading.BrokenBarrierError:
        return False


def _empty(source):
    try:
        source.get(timeout=3)
    except queue.Empty:
        return False


def _never_done(way):
    future = concurrent.futures.Future()
    try:
        if way == "wait":
            return bool(concurrent.futures.wait([future], timeout=3).done)
        if way == "result":
            return future.result(timeout=3)
        return list(concurrent.futures.as_completed([future], timeout=3))
    except TimeoutError:
        return False


def _still_alive():
    thread = threading.Thread(target=time.sleep, args=(5,))
    thread.start()
    thread.join(3)
    return not thread.is_alive()


@pytest.mark.parametrize("wait", WAITS)
def test_a_timeout_of_threads_is_virtual(wait):
    async def main():
        began = now()
        return await asyncio.to_thread(wait), now() - began

    done, seconds = run(main).result()
    assert done is False
    assert seconds == pytest.approx(3, abs=1 / 512)  # `as_completed` asks until it is later


@row("threading.Thread")
def test_threads_sleep_side_by_side():
    async def main():
        threads = [threading.Thread(target=time.sleep, args=(n,)) for n in (3, 1, 2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            await asyncio.to_thread(thread.join)

    assert run(main).makespan == 3


@row("threading.Timer")
def test_a_timer_of_threads_fires_at_its_virtual_time():
    async def main():
        fired = asyncio.get_running_loop().create_future()
        loop = asyncio.get_running_loop()
        threading.Timer(7, lambda: loop.call_soon_threadsafe(fired.set_result, now())).start()
        return await fired

    assert run(main).result() == 7


@row("Lock, RLock")
def test_a_reentrant_lock_times_out_in_virtual_time():
    def work():
        lock = threading.RLock()
        with lock, ThreadPoolExecutor(1) as pool:
            return pool.submit(lock.acquire, timeout=3).result()

    assert in_a_thread(work) == (False, 3)


@row("Lock, RLock")
@pytest.mark.parametrize("timeout", [-2, float("nan"), float("inf")])
def test_a_timeout_that_cannot_be_is_refused_as_ever(timeout):
    with pytest.raises((ValueError, OverflowError)) as real:
        threading.Lock().acquire(timeout=timeout)
    error = run(lambda: asyncio.to_thread(lambda: held(threading.Lock()).acquire(timeout=timeout)))
    assert str(error.error) == str(real.value)


@row("ThreadPoolExecutor")
def test_a_pool_of_ones_own_takes_virtual_time():
    def work():
        with ThreadPoolExecutor(2) as pool:
            return list(pool.map(lambda n: (time.sleep(n), now())[1], [2, 1, 1]))

    assert in_a_thread(work) == ([2, 1, 2], 2)


@row("_thread.start_new_thread")
def test_a_low_level_thread_takes_virtual_time():
    async def main():
        loop = asyncio.get_running_loop()
        done = loop.create_future()

        def work():
            time.sleep(4)
            loop.call_soon_threadsafe(done.set_result, now())

        _thread.start_new_thread(work, ())
        return await done

    assert run(main).result() == 4


@row("locks made before the world")
def test_a_lock_from_before_the_world_hangs_nobody():
    def work():
        with BEFORE:
            time.sleep(1)
        return now()

    async def main():
        return await asyncio.gather(*(asyncio.to_thread(work) for _ in range(2)))

    # The second thread waits for real, so the crew has to lose patience with it first.
    assert max(run(main, patience=0.5).result()) >= 2
