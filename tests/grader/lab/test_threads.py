"""Worker threads on the virtual clock: real threads, virtual waiting, one order."""

import asyncio
import concurrent.futures
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from grader.lab import DeadlockError, VirtualLoop, run, world
from grader.lab.clock import START_SECONDS


def now():
    return time.monotonic() - START_SECONDS


def value_of(main):
    return run(main).result()


# Executors


def test_threads_sleep_side_by_side():
    async def main():
        await asyncio.gather(*(asyncio.to_thread(time.sleep, n) for n in (3, 1, 2)))

    assert run(main).makespan == 3


def test_the_default_executor_queues_what_exceeds_its_threads():
    async def main():
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(2))
        await asyncio.gather(*(asyncio.to_thread(time.sleep, 1) for _ in range(5)))

    assert run(main).makespan == 3


def test_a_thread_beats_a_later_timer_and_loses_to_an_earlier_one():
    async def main():
        async with asyncio.timeout(10):
            first = await asyncio.to_thread(lambda: (time.sleep(9), now())[1])
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asyncio.to_thread(time.sleep, 100), 10)
        return first, now()

    assert value_of(main) == (9, 19)


def test_an_executor_of_ones_own_may_be_shut_down_on_the_loops_thread():
    async def main():
        loop = asyncio.get_running_loop()
        pool = ThreadPoolExecutor(2)
        futures = [loop.run_in_executor(pool, time.sleep, n) for n in (2, 3)]
        pool.shutdown(wait=True)
        after_shutdown = now()
        await asyncio.gather(*futures)
        return after_shutdown, now()

    outcome = run(main)
    assert outcome.result() == (3, 3)
    assert sum(block.seconds for block in outcome.blocked) == 3


def test_a_pool_in_a_with_block_stops_the_loop_at_its_end():
    async def main():
        ticks = []

        async def ticker():
            while True:
                await asyncio.sleep(1)
                ticks.append(now())

        task = asyncio.create_task(ticker())
        await asyncio.sleep(0)
        with ThreadPoolExecutor() as pool:
            pool.submit(time.sleep, 5)
        task.cancel()
        return ticks, now()

    assert value_of(main) == ([], 5)


def test_map_of_an_executor_gives_results_in_order():
    def work(n):
        time.sleep(n)
        return n

    async def main():
        with ThreadPoolExecutor() as pool:
            return list(pool.map(work, [3, 1, 2]))

    outcome = run(main)
    assert (outcome.result(), outcome.makespan) == ([3, 1, 2], 3)


def test_concurrent_futures_wait_and_as_completed_know_virtual_time():
    async def main():
        with ThreadPoolExecutor() as pool:
            futures = {pool.submit(time.sleep, n): n for n in (3, 1, 2)}
            done, pending = concurrent.futures.wait(futures, timeout=1.5)
            order = [futures[f] for f in concurrent.futures.as_completed(futures)]
        return len(done), len(pending), sorted(order[1:]), now()

    assert value_of(main) == (1, 2, [2, 3], 3)


def test_a_thread_outlives_its_cancelled_future_and_still_counts():
    async def main():
        finished = []

        def work():
            time.sleep(5)
            finished.append(now())

        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asyncio.to_thread(work), 1)
        gave_up = now()
        await asyncio.sleep(10)
        return gave_up, finished

    assert value_of(main) == (1, [5])


def test_the_end_of_a_run_takes_no_time_when_threads_are_idle():
    loops = []

    async def main():
        loops.append(asyncio.get_running_loop())
        await asyncio.to_thread(time.sleep, 1)

    run(main).result()
    assert loops[0].time() == START_SECONDS + 1


def test_the_end_of_a_run_waits_for_the_threads_of_the_default_executor():
    loops, finished = [], []

    async def main():
        loops.append(asyncio.get_running_loop())
        task = asyncio.create_task(
            asyncio.to_thread(lambda: (time.sleep(5), finished.append(now())))
        )
        await asyncio.sleep(1)
        task.cancel()

    outcome = run(main)
    assert (outcome.error, outcome.makespan) == (None, 1)
    assert finished == [5]
    assert loops[0].time() == START_SECONDS + 5


# Waiting, in threads and on the loop


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


# Between threads and the loop


def test_call_soon_threadsafe_reaches_the_loop_at_the_threads_time():
    async def main():
        loop = asyncio.get_running_loop()
        event = asyncio.Event()

        def work():
            time.sleep(0.3)
            loop.call_soon_threadsafe(event.set)

        threading.Thread(target=work).start()
        await asyncio.wait_for(event.wait(), 100)
        return now()

    assert value_of(main) == pytest.approx(0.3)


def test_run_coroutine_threadsafe_gives_its_result_to_the_thread():
    async def main():
        loop = asyncio.get_running_loop()

        async def double(n):
            await asyncio.sleep(1)
            return 2 * n

        def work():
            time.sleep(1)
            return asyncio.run_coroutine_threadsafe(double(21), loop).result(), now()

        return await asyncio.to_thread(work)

    assert value_of(main) == (42, 2)


def test_run_coroutine_threadsafe_times_out_in_the_thread():
    async def main():
        loop = asyncio.get_running_loop()

        def work():
            future = asyncio.run_coroutine_threadsafe(asyncio.sleep(100), loop)
            with pytest.raises(concurrent.futures.TimeoutError):
                future.result(timeout=5)
            future.cancel()
            return now()

        return await asyncio.to_thread(work)

    assert value_of(main) == 5


def test_a_thread_runs_only_when_the_loop_has_nothing_to_do():
    async def main():
        log = []
        thread = asyncio.create_task(asyncio.to_thread(log.append, "thread"))
        for turn in range(5):
            await asyncio.sleep(0)
            log.append(turn)
        await thread
        return log

    assert value_of(main) == [0, 1, 2, 3, 4, "thread"]


def test_the_order_of_threads_is_the_same_each_time():
    async def main():
        log = []
        lock = threading.Lock()

        def work(n):
            for step in range(3):
                time.sleep((n * 7 % 5) / 10)
                with lock:
                    log.append((n, step, now()))
            return n

        log.append(await asyncio.gather(*(asyncio.to_thread(work, n) for n in range(6))))
        return log

    first = value_of(main)
    assert all(value_of(main) == first for _ in range(49))


# Errors and ends


def test_an_error_in_an_executor_reaches_the_one_who_awaits():
    def work():
        time.sleep(1)
        raise ZeroDivisionError("in the thread")

    outcome = run(lambda: asyncio.to_thread(work))

    assert isinstance(outcome.error, ZeroDivisionError)
    assert outcome.makespan == 1


def test_an_error_in_a_thread_reaches_the_excepthook_in_its_turn(monkeypatch):
    log = []
    monkeypatch.setattr(
        threading, "excepthook", lambda args: log.append((args.exc_type, args.thread.name))
    )

    async def main():
        thread = threading.Thread(target=lambda: 1 / 0, name="unlucky")
        thread.start()
        await asyncio.sleep(1)
        log.append("after")

    run(main).result()
    assert log == [(ZeroDivisionError, "unlucky"), "after"]


def test_a_thread_may_end_itself_with_system_exit():
    async def main():
        def work():
            time.sleep(1)
            raise SystemExit

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        return now()

    assert value_of(main) == 1


def living_threads():
    return {thread for thread in threading.enumerate() if thread.is_alive()}


def test_a_thread_that_sleeps_when_the_loop_closes_is_ended():
    before = living_threads()

    async def main():
        threading.Thread(target=time.sleep, args=(3600,)).start()
        await asyncio.sleep(1)

    outcome = run(main)
    assert (outcome.error, outcome.makespan) == (None, 1)
    assert living_threads() == before


def test_a_thread_that_waits_for_a_lock_when_the_loop_closes_is_ended():
    before = living_threads()

    async def main():
        def consume():
            while True:
                items.get()

        items = queue.Queue()
        for _ in range(3):
            threading.Thread(target=consume).start()
        await asyncio.sleep(1)

    assert run(main).error is None
    assert living_threads() == before


def test_a_thread_that_never_had_a_turn_is_ended_without_running():
    before = living_threads()
    log = []

    async def main():
        threading.Thread(target=log.append, args=("ran",)).start()

    with world():
        loop = VirtualLoop()
        loop.run_until_complete(main())
        loop.close()
    assert log == []
    assert living_threads() == before


def test_an_idle_pool_that_nobody_shut_down_ends_silently(capfd):
    before = living_threads()
    pools = []

    async def main():
        pools.append(ThreadPoolExecutor(2))
        await asyncio.get_running_loop().run_in_executor(pools[0], time.sleep, 1)

    assert run(main).error is None
    assert living_threads() == before
    assert capfd.readouterr() == ("", "")


def test_a_busy_pool_that_nobody_waits_for_ends_silently(capfd):
    before = living_threads()
    pools = []

    async def main():
        pools.append(ThreadPoolExecutor(2))
        pools[0].submit(time.sleep, 3600)
        asyncio.get_running_loop().run_in_executor(pools[0], time.sleep, 3600)
        await asyncio.sleep(1)

    assert run(main).error is None
    assert living_threads() == before
    assert capfd.readouterr() == ("", "")


def test_an_ended_thread_gets_its_finally_blocks():
    log = []

    async def main():
        def work():
            try:
                time.sleep(3600)
            finally:
                log.append("finally")

        threading.Thread(target=work).start()
        await asyncio.sleep(1)

    run(main).result()
    assert log == ["finally"]


def test_a_thread_that_starts_threads_in_its_end_leaves_none_behind():
    before = living_threads()

    async def main():
        def work():
            try:
                time.sleep(3600)
            finally:
                threading.Thread(target=time.sleep, args=(3600,)).start()

        threading.Thread(target=work).start()
        await asyncio.sleep(1)

    run(main).result()
    assert living_threads() == before


def test_finished_threads_are_forgotten():
    async def main():
        for _ in range(50):
            thread = threading.Thread(target=time.sleep, args=(1,))
            thread.start()
            thread.join()
        return len(asyncio.get_running_loop().crew.members)

    assert value_of(main) == 0


def test_threads_that_wait_for_each_other_are_a_deadlock():
    async def main():
        await asyncio.to_thread(threading.Event().wait)

    outcome = run(main)
    assert isinstance(outcome.error, DeadlockError)


def test_a_thread_gets_the_context_of_its_caller():
    import contextvars

    variable = contextvars.ContextVar("variable", default="unset")

    async def main():
        variable.set("mine")
        return await asyncio.to_thread(variable.get)

    assert value_of(main) == "mine"


def test_a_loop_of_its_own_in_a_thread_shares_nothing_but_ends():
    def work():
        return asyncio.run(asyncio.sleep(0, "inner"))

    assert value_of(lambda: asyncio.to_thread(work)) == "inner"


# Without a world, threads are real: time stands still until they have done their job


def real_pause():
    """Wait in real time without a clock: long enough for a loop that would not wait."""
    release = threading.Event()
    threading.Thread(target=release.set).start()
    release.wait()
    return "done"


async def test_without_a_world_the_loop_waits_for_real_executor_threads():
    loop = asyncio.get_running_loop()
    before = loop.time()
    assert await asyncio.wait_for(asyncio.to_thread(real_pause), 10) == "done"
    assert loop.time() == before


async def test_without_a_world_a_thread_loses_no_race_against_timers():
    results = await asyncio.gather(
        *(asyncio.wait_for(asyncio.to_thread(real_pause), 0.001) for _ in range(20))
    )
    assert results == ["done"] * 20


async def test_without_a_world_an_idle_executor_hides_no_deadlock():
    await asyncio.to_thread(real_pause)
    loop = asyncio.get_running_loop()
    assert (loop._files.files, loop._files.jobs) == (0, 0)


def test_without_a_world_the_end_of_a_run_waits_for_executor_threads():
    finished = []

    async def main():
        asyncio.get_running_loop().run_in_executor(None, lambda: finished.append(real_pause()))

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        loop = runner.get_loop()
        runner.run(main())
    assert finished == ["done"]
    assert loop.time() == START_SECONDS


def test_a_job_may_be_given_to_an_executor_before_the_loop_runs():
    with world():
        loop = VirtualLoop()
        future = loop.run_in_executor(None, lambda: (time.sleep(5), now())[1])
        assert loop.run_until_complete(future) == 5
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()
