"""The programs of the article the course grew out of: exact order, exact virtual times."""

import asyncio
import time
from contextlib import asynccontextmanager, contextmanager

import pytest

from grader.lab import run


class Diary:
    """Lines with the virtual time of each, counted from the diary's making inside a run."""

    def __init__(self):
        self.lines = []
        self.began = time.monotonic()

    def write(self, line):
        self.lines.append((round(time.monotonic() - self.began, 9), line))


def diary_of(program):
    """Run `program(diary)` and return its makespan and what it wrote."""

    async def main():
        diary = Diary()
        await program(diary)
        return diary.lines

    outcome = run(main)
    return outcome.makespan, outcome.result()


def at(seconds, *lines):
    return [(seconds, line) for line in lines]


# Sections 2 and 3: a coroutine, and who runs it


def test_a_coroutine_that_nobody_awaits_does_nothing():
    async def program(diary):
        async def greet():
            diary.write("hello")

        with pytest.warns(RuntimeWarning, match="never awaited"):
            greet()

    assert diary_of(program) == (0, [])


def test_running_one_coroutine_prints_its_line():
    async def program(diary):
        diary.write("hello")

    assert diary_of(program) == (0, at(0, "hello"))


# Section 4: await


def test_print_sum_waits_for_compute():
    async def program(diary):
        async def compute(x, y):
            diary.write(f"compute {x} + {y}")
            await asyncio.sleep(1.0)
            return x + y

        async def print_sum(x, y):
            diary.write("start")
            result = await compute(x, y)
            diary.write(f"{x} + {y} = {result}")

        await print_sum(1, 2)

    assert diary_of(program) == (
        1,
        [*at(0, "start", "compute 1 + 2"), *at(1, "1 + 2 = 3")],
    )


# Section 5: tasks and gather


def test_gathered_tasks_start_in_order_and_end_by_their_delays():
    async def program(diary):
        async def work(number):
            diary.write(f"start {number}")
            await asyncio.sleep(number * 0.1)
            diary.write(f"end {number}")
            return number

        tasks = [asyncio.create_task(work(number)) for number in (1, 2, 3, 4)]
        diary.write(await asyncio.gather(*tasks))

    makespan, lines = diary_of(program)

    assert makespan == pytest.approx(0.4, abs=1e-9)
    assert lines == [
        *at(0, "start 1", "start 2", "start 3", "start 4"),
        (0.1, "end 1"),
        (0.2, "end 2"),
        (0.3, "end 3"),
        (0.4, "end 4"),
        (0.4, [1, 2, 3, 4]),
    ]


# Section 6: a semaphore. The permits a task sees after its sleep are the places free at that
# moment, and a permit that is released goes straight to the task that waits longest.

SEMAPHORE_DIARY = [
    *at(0, "enter 0", "start 0", "enter 1", "start 1", "enter 2", "start 2"),
    *at(0, "enter 3", "enter 4", "enter 5"),
    *at(2, (0, True), "end 0", (0, True), "end 1", (0, True), "end 2"),
    *at(2, "start 3", "start 4", "start 5"),
    *at(4, (0, True), "end 3", (1, False), "end 4", (2, False), "end 5"),
    *at(4, [0, 1, 2, 3, 4, 5]),
]


def test_a_semaphore_lets_three_in_and_hands_its_permits_on():
    async def program(diary):
        semaphore = asyncio.Semaphore(3)

        async def work(number):
            diary.write(f"enter {number}")
            await semaphore.acquire()
            diary.write(f"start {number}")
            await asyncio.sleep(2)
            diary.write((semaphore._value, semaphore.locked()))
            semaphore.release()
            diary.write(f"end {number}")
            return number

        diary.write(await asyncio.gather(*map(work, range(6))))

    assert diary_of(program) == (4, SEMAPHORE_DIARY)


def test_async_with_holds_a_semaphore_just_as_acquire_and_release_do():
    async def program(diary):
        semaphore = asyncio.Semaphore(3)

        async def work(number):
            diary.write(f"enter {number}")
            async with semaphore:
                diary.write(f"start {number}")
                await asyncio.sleep(2)
                diary.write((semaphore._value, semaphore.locked()))
            diary.write(f"end {number}")
            return number

        diary.write(await asyncio.gather(*map(work, range(6))))

    assert diary_of(program) == (4, SEMAPHORE_DIARY)


# Section 7: blocking work


async def sleeper(diary, number):
    diary.write(f"start {number}")
    await asyncio.sleep(2)
    diary.write(f"end {number}")
    return number


def blocking(diary):
    diary.write("blocking start")
    time.sleep(5)
    diary.write("blocking end")
    return "blocking"


def test_blocking_work_in_a_thread_leaves_the_tasks_alone():
    async def program(diary):
        diary.write(
            await asyncio.gather(
                asyncio.to_thread(blocking, diary), *(sleeper(diary, n) for n in range(3))
            )
        )

    assert diary_of(program) == (
        5,
        [
            *at(0, "start 0", "start 1", "start 2", "blocking start"),
            *at(2, "end 0", "end 1", "end 2"),
            *at(5, "blocking end", ["blocking", 0, 1, 2]),
        ],
    )


def test_blocking_work_on_the_loop_comes_before_everything():
    async def program(diary):
        blocking(diary)
        await asyncio.gather(*(sleeper(diary, n) for n in range(3)))

    assert diary_of(program) == (
        7,
        [
            *at(0, "blocking start"),
            *at(5, "blocking end", "start 0", "start 1", "start 2"),
            *at(7, "end 0", "end 1", "end 2"),
        ],
    )


# Section 8: async for


def test_an_async_for_leaves_room_for_others_while_it_waits():
    async def program(diary):
        async def function(number):
            diary.write(f"start func{number}")
            await asyncio.sleep(1.5)
            diary.write(f"end func{number}")

        async def counter():
            for number in range(3):
                await asyncio.sleep(1)
                yield number

        async def loop():
            diary.write("start loop")
            async for number in counter():
                diary.write(number)
            diary.write("end loop")

        await asyncio.gather(function(1), loop(), function(2))

    assert diary_of(program) == (
        3,
        [
            *at(0, "start func1", "start loop", "start func2"),
            *at(1, 0),
            *at(1.5, "end func1", "end func2"),
            *at(2, 1),
            *at(3, 2, "end loop"),
        ],
    )


# Section 9: with and async with


def test_a_plain_with_enters_works_and_exits():
    async def program(diary):
        @contextmanager
        def opened():
            diary.write("enter")
            yield
            diary.write("exit")

        with opened():
            diary.write("work")

    assert diary_of(program) == (0, at(0, "enter", "work", "exit"))


def test_an_async_with_waits_on_its_way_in_and_out():
    async def program(diary):
        async def function(number):
            diary.write(f"start func{number}")
            await asyncio.sleep(1)
            diary.write(f"end func{number}")

        @asynccontextmanager
        async def opened():
            await asyncio.sleep(0.1)
            diary.write("entering")
            yield
            await asyncio.sleep(0.1)
            diary.write("exiting")

        async def user():
            diary.write("start with")
            async with opened():
                diary.write("body")
            diary.write("after")

        await asyncio.gather(function(1), user(), function(2))

    assert diary_of(program) == (
        1,
        [
            *at(0, "start func1", "start with", "start func2"),
            *at(0.1, "entering", "body"),
            *at(0.2, "exiting", "after"),
            *at(1, "end func1", "end func2"),
        ],
    )
