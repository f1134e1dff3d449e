"""How threads end: by errors, with their loop, and in silence."""

import asyncio
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from grader.lab import DeadlockError, VirtualLoop, run, world
from grader.lab.clock import START_SECONDS


def now():
    return time.monotonic() - START_SECONDS


def value_of(main):
    return run(main).result()


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
