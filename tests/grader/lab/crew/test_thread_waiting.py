"""Queues, events, locks and joins: waiting takes virtual time, in threads and on the loop."""

import asyncio
import concurrent.futures
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from grader.lab import run
from grader.lab.clock import START_SECONDS


def now():
    return time.monotonic() - START_SECONDS


def value_of(main):
    return run(main).result()


def test_a_queue_between_threads_waits_in_virtual_time():
    async def main():
        items = queue.Queue()

        def producer():
            for n in range(3):
                time.sleep(1)
                items.put(n)

        def consumer():
            return [(items.get(), now()) for _ in range(3)]

        got, _ = await asyncio.gather(asyncio.to_thread(consumer), asyncio.to_thread(producer))
        return got

    assert value_of(main) == [(0, 1), (1, 2), (2, 3)]


@pytest.mark.parametrize("kind", ["Queue", "LifoQueue", "SimpleQueue"])
def test_a_queue_times_out_in_virtual_time(kind):
    def wait():
        items = getattr(queue, kind)()
        with pytest.raises(queue.Empty):
            items.get(timeout=3600)
        return now()

    async def main():
        in_a_thread = await asyncio.to_thread(wait)
        return in_a_thread, wait()

    assert value_of(main) == (3600, 7200)


def test_a_full_queue_holds_the_producer_back():
    async def main():
        items = queue.Queue(maxsize=1)

        def producer():
            times = []
            for n in range(3):
                items.put(n)
                times.append(now())
            return times

        def consumer():
            for _ in range(3):
                time.sleep(1)
                items.get()

        times, _ = await asyncio.gather(asyncio.to_thread(producer), asyncio.to_thread(consumer))
        return times

    assert value_of(main) == [0, 1, 2]


def test_an_event_wakes_every_thread_that_waits():
    async def main():
        event = threading.Event()

        def wait(name):
            event.wait()
            return name, now()

        async def later():
            await asyncio.sleep(2)
            event.set()

        *waited, _ = await asyncio.gather(
            *(asyncio.to_thread(wait, name) for name in "abc"), later()
        )
        return waited

    assert value_of(main) == [("a", 2), ("b", 2), ("c", 2)]


def test_an_event_times_out_in_virtual_time_in_threads_and_on_the_loop():
    async def main():
        event = threading.Event()
        in_thread = await asyncio.to_thread(event.wait, 30)
        on_loop = event.wait(12)
        return in_thread, on_loop, now()

    assert value_of(main) == (False, False, 42)


def test_a_condition_passes_the_ball():
    async def main():
        condition = threading.Condition()
        turns = []

        def player(me, other):
            with condition:
                for _ in range(2):
                    condition.wait_for(lambda: (turns[-1:] or ["b"])[0] == other)
                    time.sleep(1)
                    turns.append(me)
                    condition.notify_all()

        await asyncio.gather(
            asyncio.to_thread(player, "a", "b"), asyncio.to_thread(player, "b", "a")
        )
        return turns, now()

    assert value_of(main) == (["a", "b", "a", "b"], 4)


def test_a_semaphore_of_threads_lets_two_in():
    async def main():
        places = threading.Semaphore(2)
        ends = []

        def work(n):
            with places:
                time.sleep(1)
            ends.append((n, now()))

        await asyncio.gather(*(asyncio.to_thread(work, n) for n in range(4)))
        return ends

    assert value_of(main) == [(0, 1), (1, 1), (2, 2), (3, 2)]


def test_a_barrier_opens_when_the_last_one_comes():
    async def main():
        barrier = threading.Barrier(3)

        def work(n):
            time.sleep(n)
            barrier.wait()
            return now()

        return await asyncio.gather(*(asyncio.to_thread(work, n) for n in (1, 2, 3)))

    assert value_of(main) == [3, 3, 3]


def test_a_lock_is_handed_to_threads_in_the_order_in_which_they_asked():
    async def main():
        lock = threading.Lock()
        order = []

        def work(n):
            with lock:
                time.sleep(1)
                order.append((n, now()))

        await asyncio.gather(*(asyncio.to_thread(work, n) for n in range(4)))
        return order

    assert value_of(main) == [(0, 1), (1, 2), (2, 3), (3, 4)]


def test_a_lock_times_out_in_virtual_time():
    async def main():
        lock = threading.Lock()
        lock.acquire()
        in_thread = await asyncio.to_thread(lock.acquire, timeout=7)
        return in_thread, lock.acquire(timeout=3), lock.acquire(blocking=False), now()

    assert value_of(main) == (False, False, False, 10)


def test_a_reentrant_lock_is_reentrant_and_excludes_other_threads():
    async def main():
        lock = threading.RLock()

        def work():
            with lock, lock:
                time.sleep(1)
            return now()

        return await asyncio.gather(asyncio.to_thread(work), asyncio.to_thread(work))

    assert value_of(main) == [1, 2]


def test_the_result_of_a_future_may_be_waited_for_on_the_loop():
    async def main():
        with ThreadPoolExecutor() as pool:
            future = pool.submit(time.sleep, 5)
            with pytest.raises(concurrent.futures.TimeoutError):
                future.result(timeout=2)
            gave_up = now()
            future.result(timeout=100)
            return gave_up, now()

    assert value_of(main) == (2, 5)


def test_joining_a_thread_takes_a_virtual_timeout():
    async def main():
        thread = threading.Thread(target=time.sleep, args=(5,))
        thread.start()
        thread.join(2)
        gave_up = now(), thread.is_alive()
        thread.join()
        thread.join()
        return gave_up, now(), thread.is_alive()

    assert value_of(main) == ((2, True), 5, False)


def test_threads_may_start_and_join_threads():
    def outer():
        inner = threading.Thread(target=time.sleep, args=(2,))
        inner.start()
        time.sleep(1)
        inner.join()
        return now()

    assert value_of(lambda: asyncio.to_thread(outer)) == 2


def test_a_threading_timer_fires_at_its_virtual_time():
    async def main():
        fired = []
        timer = threading.Timer(30, lambda: fired.append(now()))
        timer.start()
        cancelled = threading.Timer(5, lambda: fired.append("never"))
        cancelled.start()
        cancelled.cancel()
        await asyncio.sleep(60)
        return fired

    assert value_of(main) == [30]
