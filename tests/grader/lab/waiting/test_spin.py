"""Who asks again and again is told what to await instead, where that is certain."""

import asyncio
import queue
import sys
import threading
import time
from concurrent.futures import Future
from time import monotonic

import pytest

from grader.lab import BusyWaitError, VirtualLoop, run, world
from grader.lab.waiting.spin import IN_GENERAL


def spun(main):
    """Return the busy wait that `main` ends in, after few turns."""
    with world(), asyncio.Runner(loop_factory=lambda: VirtualLoop(max_turns=20)) as runner:
        with pytest.raises(BusyWaitError) as caught:
            runner.run(main())
        return caught.value


def advised(main):
    (waiting,) = spun(main).waiting
    return waiting.why


class Holder:
    def __init__(self, thing):
        self.thing = thing


class Slotted:
    __slots__ = ("empty", "thing")

    def __init__(self, thing):
        self.thing = thing


async def for_a_task():
    task = asyncio.create_task(asyncio.sleep(1))
    while not task.done():
        await asyncio.sleep(0)


async def for_tasks():
    tasks = [asyncio.create_task(asyncio.sleep(n)) for n in range(3)]
    while not all(task.done() for task in tasks):
        await asyncio.sleep(0)


async def for_tasks_of_a_dict():
    tasks = {"a": asyncio.create_task(asyncio.sleep(1))}
    while not all(task.done() for task in tasks.values()):
        await asyncio.sleep(0)


async def for_an_event_of_an_object():
    holder = Holder(asyncio.Event())
    while True:
        if holder.thing.is_set():
            break
        await asyncio.sleep(0)


async def for_an_event_in_a_slot():
    holder = Slotted(asyncio.Event())
    while not holder.thing.is_set():
        await asyncio.sleep(0)


async def through_a_helper():
    async def turn():
        await asyncio.sleep(0)

    event = asyncio.Event()
    while not event.is_set():
        await turn()


async def for_an_item():
    items = asyncio.Queue()
    while items.empty():
        await asyncio.sleep(0)


async def for_an_item_by_trying():
    items = asyncio.Queue()
    while True:
        try:
            items.get_nowait()
        except asyncio.QueueEmpty:
            await asyncio.sleep(0)


async def for_room():
    items = asyncio.Queue(1)
    items.put_nowait(1)
    while items.full():
        await asyncio.sleep(0)


async def for_an_empty_queue():
    items = asyncio.Queue()
    items.put_nowait(1)
    while not items.empty():
        await asyncio.sleep(0)


async def for_a_lock():
    lock = asyncio.Lock()
    await lock.acquire()
    while lock.locked():
        await asyncio.sleep(0)


async def for_a_permit():
    for _ in range(1):
        places = asyncio.Semaphore(0)
        while places.locked():
            await asyncio.sleep(0)


async def for_a_time():
    end = time.monotonic() + 1
    while time.monotonic() < end:
        await asyncio.sleep(0)


async def for_a_time_by_name():
    end = monotonic() + 1
    while monotonic() < end:
        await asyncio.sleep(0)


async def for_a_time_of_the_loop():
    loop = asyncio.get_running_loop()
    end = loop.time() + 1
    while loop.time() < end:
        await asyncio.sleep(0)


async def for_a_thread():
    thread = threading.Thread(target=time.sleep, args=(1,))
    thread.start()
    while thread.is_alive():
        await asyncio.sleep(0)


async def for_an_event_of_threads():
    ready = threading.Event()
    while not ready.is_set():
        await asyncio.sleep(0)


async def for_an_item_of_threads():
    items = queue.Queue()
    while items.empty():
        await asyncio.sleep(0)


async def for_a_job_of_a_pool():
    job = Future()
    while not job.done():
        await asyncio.sleep(0)


@pytest.mark.parametrize(
    ("main", "advice"),
    [
        (for_a_task, "`await task` instead of asking `task.done()`"),
        (for_tasks, "`await asyncio.wait(tasks)` instead of asking each of `tasks`"),
        (for_tasks_of_a_dict, "`await asyncio.wait(tasks)` instead of asking each of `tasks`"),
        (
            for_an_event_of_an_object,
            "`await holder.thing.wait()` instead of asking `holder.thing.is_set()`",
        ),
        (
            for_an_event_in_a_slot,
            "`await holder.thing.wait()` instead of asking `holder.thing.is_set()`",
        ),
        (through_a_helper, "`await event.wait()` instead of asking `event.is_set()`"),
        (for_an_item, "`await items.get()` instead of asking `items.empty()`"),
        (for_an_item_by_trying, "`await items.get()` instead of asking `items.get_nowait()`"),
        (for_room, "`await items.put(...)` instead of asking `items.full()`"),
        (for_an_empty_queue, "`await items.join()` instead of asking `items.empty()`"),
        (for_a_lock, "`async with lock` instead of asking `lock.locked()`"),
        (for_a_permit, "`async with places` instead of asking `places.locked()`"),
        (for_a_time, "`await asyncio.sleep(rest)` instead of asking `time.monotonic()`"),
        (
            for_a_time_by_name,
            "`await asyncio.sleep(rest)` instead of asking `monotonic()`",
        ),
        (
            for_a_time_of_the_loop,
            "`await asyncio.sleep(rest)` instead of asking `loop.time()`",
        ),
        (
            for_a_thread,
            "`await asyncio.to_thread(thread.join)` instead of asking `thread.is_alive()`",
        ),
        (
            for_an_event_of_threads,
            "`await asyncio.to_thread(ready.wait)` instead of asking `ready.is_set()`",
        ),
        (
            for_an_item_of_threads,
            "`await asyncio.to_thread(items.get)` instead of asking `items.empty()`",
        ),
        (for_a_job_of_a_pool, "`await asyncio.wrap_future(job)` instead of asking `job.done()`"),
    ],
)
def test_what_is_asked_is_what_can_be_awaited(main, advice):
    assert advised(main) == advice


async def for_a_flag():
    done = False
    while not done:
        await asyncio.sleep(0)


async def for_either_of_two():
    event, lock = asyncio.Event(), asyncio.Lock()
    await lock.acquire()
    while not event.is_set() and lock.locked():
        await asyncio.sleep(0)


ASKED_BY = set()


class OwnEvent(asyncio.Event):
    def is_set(self):
        ASKED_BY.add(sys._getframe(1).f_code.co_name)
        return False


async def for_something_of_the_programs_own():
    job = OwnEvent()
    while not job.is_set():
        await asyncio.sleep(0)


async def beside_what_has_happened():
    event = asyncio.Event()
    event.set()
    while event.is_set():
        await asyncio.sleep(0)


async def in_another_loop_than_the_asking():
    event = asyncio.Event()
    for _ in range(2):
        event.is_set()
    while True:
        await asyncio.sleep(0)


async def without_a_loop():
    async def again():
        await asyncio.sleep(0)
        await again()

    await again()


async def beside_tasks_that_have_ended():
    tasks = [asyncio.create_task(asyncio.sleep(0))]
    await asyncio.sleep(1)
    while all(task.done() for task in tasks):
        await asyncio.sleep(0)


async def in_a_loop_around_the_one_that_spins():
    event, flag = asyncio.Event(), False
    while not event.is_set():
        while not flag:
            await asyncio.sleep(0)


async def after_the_asking():
    event = asyncio.Event()
    event.is_set()
    for _ in range(1000):
        await asyncio.sleep(0)


@pytest.mark.parametrize(
    "main",
    [
        for_a_flag,
        for_either_of_two,
        for_something_of_the_programs_own,
        beside_what_has_happened,
        in_another_loop_than_the_asking,
        without_a_loop,
        after_the_asking,
        beside_tasks_that_have_ended,
        in_a_loop_around_the_one_that_spins,
    ],
)
def test_in_doubt_only_what_always_helps_is_said(main):
    assert advised(main) == IN_GENERAL


def test_no_code_of_the_program_is_run_to_find_out():
    ASKED_BY.clear()
    spun(for_something_of_the_programs_own)
    assert {"for_something_of_the_programs_own"} == ASKED_BY


def test_the_text_names_task_line_and_advice():
    lines = str(run(for_a_task).error).splitlines()
    where = f"{__file__}:{for_a_task.__code__.co_firstlineno + 3}"
    assert lines == [
        f"Busy wait: the loop turned 100,000 times and no time passed. ({where})",
        f"  task 1 asks again and again at {where}: `await task` instead of asking `task.done()`",
    ]


def test_it_is_told_how_often_the_loop_turned():
    assert spun(for_a_flag).turns == 20
