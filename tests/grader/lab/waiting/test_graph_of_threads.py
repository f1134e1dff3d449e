"""A world that stands still tells which threads and tasks wait for each other."""

import asyncio
import linecache
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from grader.lab import DeadlockError, run
from grader.waits import sentence


def marked(where):
    """Return the comment that stands at the end of a line, as a place of its own."""
    return where and f" {linecache.getline(where.path, where.line).rpartition('#')[2].strip()}"


def stuck(main):
    error = run(main).error
    assert isinstance(error, DeadlockError), error
    return error


def told(main):
    """Return what the deadlock of `main` says of each task, with comments in the place of lines."""
    return [sentence(wait, marked, began=1000.25) for wait in stuck(main).waiting]


def test_a_task_waits_for_a_thread_that_waits():
    async def main():
        def work():
            threading.Event().wait()  # THREAD

        await asyncio.to_thread(work)  # TASK

    assert told(main) == [
        "task 1 waits at TASK for thread 1",
        "thread 1 waits at THREAD for a threading.Event: nobody sets it",
    ]


def test_a_pool_whose_only_thread_waits_for_its_own_job_is_a_circle_of_nobody():
    async def main():
        with ThreadPoolExecutor(1) as pool:

            def outer():
                return pool.submit(time.sleep, 1).result()  # OUTER

            await asyncio.get_running_loop().run_in_executor(pool, outer)  # TASK

    assert told(main) == [
        "task 1 waits at TASK for thread 1",
        "thread 1 waits at OUTER for the result of a job that has not begun",
    ]


def test_a_thread_that_waits_for_a_task_that_waits_for_it_is_a_circle():
    async def main():
        loop = asyncio.get_running_loop()
        jobs = []

        async def ask():
            await jobs[0]  # ASK

        def work():
            return asyncio.run_coroutine_threadsafe(ask(), loop).result()  # WORK

        jobs.append(asyncio.create_task(asyncio.to_thread(work), name="job"))
        await jobs[0]  # MAIN

    error = stuck(main)
    assert error.cycles == (("job", "thread 1", "task 3"),)
    assert [sentence(wait, marked) for wait in error.waiting][2:] == [
        "task 3 waits at ASK for job",
        "thread 1 waits at WORK for the result of task 3",
    ]


def test_a_thread_keeps_the_name_it_was_given():
    async def main():
        thread = threading.Thread(target=threading.Event().wait, name="watcher")
        thread.start()
        await asyncio.Event().wait()

    assert [wait.task for wait in stuck(main).waiting] == ["task 1", "watcher"]


def test_a_thread_that_waits_for_a_lock_of_the_task_that_waits_for_it_is_a_circle():
    async def main():
        lock = threading.Lock()

        def work():
            with lock:  # WORK
                pass

        await asyncio.sleep(1)
        lock.acquire()  # TAKE
        await asyncio.to_thread(work)  # TASK

    assert told(main) == [
        "task 1 waits at TASK for thread 1",
        "thread 1 waits at WORK for a threading.Lock held by task 1 since t=1 s (TAKE)",
    ]
    assert stuck(main).cycles == (("task 1", "thread 1"),)


def test_two_threads_that_take_two_locks_crosswise_are_a_circle():
    async def main():
        first, second = threading.RLock(), threading.Lock()

        def work(one, other):
            with one:  # ONE
                time.sleep(1)
                with other:  # OTHER
                    pass

        await asyncio.gather(
            asyncio.to_thread(work, first, second), asyncio.to_thread(work, second, first)
        )

    assert told(main)[3:] == [
        "thread 1 waits at OTHER for a threading.Lock held by thread 2 since t=0 s (ONE)",
        "thread 2 waits at OTHER for a threading.RLock held by thread 1 since t=0 s (ONE)",
    ]
    assert stuck(main).cycles == (("thread 1", "thread 2"),)


def test_a_lock_that_a_job_took_with_it_names_the_line():
    async def main():
        lock = threading.Lock()
        await asyncio.to_thread(lambda: lock.acquire())  # TAKE
        lock.acquire()  # HERE

    assert told(main) == [
        "task 1 waits at HERE for a threading.Lock held by a job of a thread at TAKE,"
        " which has ended without giving it back"
    ]


def test_a_lock_taken_twice_on_the_loops_thread_is_a_circle_of_one():
    async def main():
        lock = threading.Lock()
        with lock:  # FIRST
            lock.acquire()  # AGAIN

    assert told(main) == [
        "task 1 waits at AGAIN for a threading.Lock that it holds itself since t=0 s (FIRST)"
    ]
    assert stuck(main).cycles == (("task 1",),)


def test_a_lock_held_by_another_task_names_that_task_and_its_line():
    async def main():
        lock = threading.Lock()

        async def keep():
            with lock:  # KEEP
                await asyncio.sleep(1)  # SLEEP

        kept = asyncio.create_task(keep(), name="keeper")
        late = asyncio.create_task(asyncio.sleep(0), name="late")
        await asyncio.sleep(0)
        lock.acquire()  # HERE
        await asyncio.gather(kept, late)

    assert told(main)[:2] == [
        "task 1 waits at HERE for a threading.Lock held by keeper since t=0 s (KEEP)",
        "keeper waits at SLEEP for asyncio.sleep(1)",
    ]
    assert [wait.what for wait in stuck(main).waiting][2:] == ["its turn"]


def test_a_loop_that_waits_for_a_thread_that_waits_for_the_loop_is_a_circle():
    async def main():
        lock = threading.Lock()
        lock.acquire()  # TAKE

        def work():
            with lock:  # WORK
                pass

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()  # JOIN

    assert told(main) == [
        "task 1 waits at JOIN for thread 1",
        "thread 1 waits at WORK for a threading.Lock held by task 1 since t=0 s (TAKE)",
    ]


def test_who_gave_a_lock_back_does_not_hold_it():
    async def main():
        lock = threading.Lock()
        await asyncio.to_thread(lambda: lock.acquire())
        await asyncio.to_thread(lock.release)
        with lock:  # HERE
            await asyncio.to_thread(lock.acquire)  # TASK

    assert "held by task 1 since t=0 s (HERE)" in told(main)[1]


def test_a_lock_that_is_taken_anew_is_held_by_who_took_it_last():
    async def main():
        lock = threading.Lock()
        assert lock.acquire(timeout=1)
        lock.release()
        lock.acquire()  # AGAIN
        assert not lock.acquire(timeout=1)
        await asyncio.to_thread(lock.acquire)

    assert "held by task 1 since t=0 s (AGAIN)" in told(main)[1]


def test_a_free_lock_has_no_holder_and_a_refused_release_takes_none_away():
    async def main():
        lock = threading.Lock()
        lock.acquire()
        held = lock.holder.task_name
        lock.release()
        free = lock.holder
        with pytest.raises(RuntimeError):
            lock.release()
        return held, free

    held, free = run(main).result()
    assert held.startswith("Task-")
    assert free is None
