"""Executors on the virtual clock: real threads, virtual sleep, one order."""

import asyncio
import concurrent.futures
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
