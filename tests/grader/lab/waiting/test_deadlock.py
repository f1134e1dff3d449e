"""A world in which nobody can be woken is stopped at once, and every line that waits is named."""

import asyncio
import inspect
import threading
import time

import pytest

from grader.lab import (
    DeadlockError,
    run,
)


def line_of(function, text):
    """Return the line at which `text` stands in the source of `function`, as messages name it."""
    lines, first = inspect.getsourcelines(function)
    return f"{__file__}:{next(first + n for n, line in enumerate(lines) if text in line)}"


def waits(error):
    """Return (what, where) of each task that a stall names."""
    return [(item.what, str(item.where)) for item in error.waiting]


def test_an_event_that_nobody_sets_is_a_deadlock():
    async def main():
        await asyncio.Event().wait()  # here

    outcome = run(main)
    assert isinstance(outcome.error, DeadlockError)
    assert outcome.makespan == 0
    assert waits(outcome.error) == [("an Event", line_of(main, "# here"))]


def test_an_unfinished_future_is_a_deadlock():
    async def main():
        await asyncio.get_running_loop().create_future()  # here

    error = run(main).error
    assert isinstance(error, DeadlockError)
    assert waits(error) == [("a Future", line_of(main, "# here"))]


def test_a_queue_that_nobody_fills_is_a_deadlock():
    async def main():
        await asyncio.Queue().get()  # here

    assert waits(run(main).error) == [("an item from a Queue", line_of(main, "# here"))]


def test_a_semaphore_that_nobody_releases_is_a_deadlock():
    async def main():
        places = asyncio.Semaphore(1)
        await places.acquire()
        async with places:  # here
            pass

    assert waits(run(main).error) == [("a Semaphore", line_of(main, "# here"))]


def test_a_task_that_waits_for_itself_is_a_deadlock():
    async def main():
        own = []

        async def ouroboros():
            await asyncio.sleep(1)
            await asyncio.wait(own)  # here

        own.append(asyncio.create_task(ouroboros()))
        await asyncio.shield(own[0])  # there

    outcome = run(main)
    assert isinstance(outcome.error, DeadlockError)
    assert outcome.makespan == 1
    assert [where for _, where in waits(outcome.error)] == [
        line_of(main, "# there"),
        line_of(main, "# here"),
    ]


def test_two_locks_taken_crosswise_are_a_deadlock_that_names_both_lines():
    async def main():
        first, second = asyncio.Lock(), asyncio.Lock()

        async def forth():
            async with first:
                await asyncio.sleep(1)
                await second.acquire()  # forth

        async def back():
            async with second:
                await asyncio.sleep(1)
                await first.acquire()  # back

        await asyncio.gather(forth(), back())

    outcome = run(main)
    assert isinstance(outcome.error, DeadlockError)
    assert outcome.makespan == 1
    assert waits(outcome.error)[1:] == [
        ("a Lock", line_of(main, "# forth")),
        ("a Lock", line_of(main, "# back")),
    ]


def test_a_deadlock_names_tasks_in_the_order_of_their_making():
    async def main():
        async with asyncio.TaskGroup() as group:
            for _ in range(12):
                group.create_task(asyncio.Event().wait())

    error = run(main).error
    assert [item.task for item in error.waiting] == [f"task {n}" for n in range(1, 14)]


def test_a_deadlock_names_a_task_by_the_name_it_was_given():
    async def main():
        await asyncio.create_task(asyncio.Event().wait(), name="patient")

    assert "patient" in [item.task for item in run(main).error.waiting]


def test_a_deadlock_inside_an_async_generator_names_its_line():
    async def main():
        async def numbers():
            await asyncio.Event().wait()  # here
            yield 1

        async for _ in numbers():
            pass

    assert waits(run(main).error) == [("an Event", line_of(main, "# here"))]


def test_a_deadlock_inside_an_object_that_awaits_a_coroutine_names_its_line():
    class Job:
        def __await__(self):
            return self.work().__await__()

        async def work(self):
            await asyncio.Event().wait()  # here

    async def main():
        await Job()

    assert waits(run(main).error) == [("an Event", line_of(Job, "# here"))]


def test_the_message_shows_every_line():
    async def main():
        await asyncio.Event().wait()  # here

    assert str(run(main).error).splitlines() == [
        "Deadlock: every task waits, and nothing is left that could wake one.",
        f"  task 1 waits at {line_of(main, '# here')} for an Event: nobody sets it",
    ]


def test_a_deadline_that_is_still_to_come_is_no_deadlock():
    async def main():
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(1e6):
                await asyncio.Event().wait()

    assert (run(main).error, run(main).makespan) == (None, 1e6)


def test_sleeping_until_infinity_is_a_deadlock():
    error = run(lambda: asyncio.sleep(float("inf"))).error

    assert isinstance(error, DeadlockError)


def test_a_lock_taken_twice_on_the_loops_thread_is_a_deadlock_of_its_own():
    async def main():
        lock = threading.Lock()
        lock.acquire()
        lock.acquire()  # here

    error = run(main).error
    assert isinstance(error, DeadlockError)
    assert str(error.where) == line_of(main, "# here")
    assert error.sentence.startswith("Deadlock: the loop's thread waits for a lock")
    assert str(error.where) in str(error)


def test_waiting_on_the_loop_for_what_only_the_loop_can_do_is_a_deadlock():
    async def main():
        loop = asyncio.get_running_loop()
        asyncio.run_coroutine_threadsafe(asyncio.sleep(1), loop).result()  # here

    error = run(main).error
    assert isinstance(error, DeadlockError)
    assert str(error.where) == line_of(main, "# here")


def test_joining_a_thread_that_waits_for_ever_is_a_deadlock():
    async def main():
        thread = threading.Thread(target=threading.Event().wait)
        thread.start()
        thread.join()  # here

    error = run(main).error
    assert isinstance(error, DeadlockError)
    assert str(error.where) == line_of(main, "# here")


def test_a_task_that_waits_for_a_thread_that_waits_for_ever_is_a_deadlock():
    async def main():
        await asyncio.to_thread(threading.Event().wait)  # here

    error = run(main).error
    assert isinstance(error, DeadlockError)
    assert line_of(main, "# here") in [where for _, where in waits(error)]


def test_an_executor_thread_that_never_ends_is_an_error_of_the_ending():
    async def main():
        asyncio.get_running_loop().run_in_executor(None, time.sleep, float("1e12"))
        await asyncio.sleep(1)

    outcome = run(main)
    assert outcome.makespan == 1


def test_a_deadlock_can_be_caught_by_nobody_inside():
    async def main():
        try:
            await asyncio.Event().wait()
        except Exception:
            return "caught"

    assert isinstance(run(main).error, DeadlockError)
