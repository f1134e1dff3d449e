"""A world that stands still tells who waits for whom, who holds what, and who is missing."""

import asyncio
import linecache

import pytest

from grader.lab import DeadlockError, run
from grader.lab.waiting.circles import circles
from grader.waits import sentence


def marked(where):
    """Return the comment that stands at the end of a line, as a place of its own."""
    return f" {linecache.getline(where.path, where.line).rpartition('#')[2].strip()}"


def stuck(main):
    error = run(main).error
    assert isinstance(error, DeadlockError), error
    return error


def told(main):
    """Return what the deadlock of `main` says of each task, with comments in the place of lines."""
    return [sentence(wait, marked, began=1000.25) for wait in stuck(main).waiting]


# Who holds it


def test_two_locks_taken_crosswise_are_a_circle():
    async def main():
        first, second = asyncio.Lock(), asyncio.Lock()

        async def forth():
            async with first:  # FORTH-1
                await asyncio.sleep(1)
                async with second:  # FORTH-2
                    pass

        async def back():
            await asyncio.sleep(0.5)
            async with second:  # BACK-1
                await asyncio.sleep(1)
                async with first:  # BACK-2
                    pass

        await asyncio.gather(forth(), back())  # ALL

    assert told(main) == [
        "task 1 waits at ALL for gather(task 2, task 3)",
        "task 2 waits at FORTH-2 for a Lock held by task 3 since t=0.5 s (BACK-1)",
        "task 3 waits at BACK-2 for a Lock held by task 2 since t=0 s (FORTH-1)",
    ]
    assert stuck(main).cycles == (("task 2", "task 3"),)


def test_a_lock_taken_twice_by_one_task_is_a_circle_of_one():
    async def main():
        lock = asyncio.Lock()

        async def inner():
            async with lock:  # AGAIN
                pass

        async with lock:  # FIRST
            await inner()

    assert told(main) == [
        "task 1 waits at AGAIN for a Lock that it holds itself since t=0 s (FIRST)"
    ]
    assert stuck(main).cycles == (("task 1",),)


def test_a_semaphore_that_an_error_leaked_names_who_took_the_permits_with_it():
    async def main():
        places = asyncio.Semaphore(2)

        async def work(number):
            await places.acquire()  # TAKE
            if number < 2:
                raise ValueError(number)
            places.release()

        tasks = [asyncio.create_task(work(n), name=f"worker {n}") for n in range(3)]
        await asyncio.gather(*tasks, return_exceptions=True)  # ALL

    assert told(main) == [
        "task 1 waits at ALL for gather(worker 2)",
        "worker 2 waits at TAKE for a Semaphore: 2 of 2 permits are taken"
        " by worker 0 at TAKE, which has ended without giving it back,"
        " and by worker 1 at TAKE, which has ended without giving it back",
    ]
    assert stuck(main).cycles == ()


def test_a_semaphore_whose_permits_somebody_else_gave_back_accuses_nobody():
    async def main():
        places = asyncio.Semaphore(2)

        async def take():
            await places.acquire()

        await asyncio.gather(take(), take())
        places.release()
        await places.acquire()
        await places.acquire()  # HERE

    assert told(main) == [
        "task 1 waits at HERE for a Semaphore:"
        " 2 of 2 permits are taken, and nobody releases a permit"
    ]


def test_a_semaphore_used_as_a_signal_accuses_nobody():
    async def main():
        signal = asyncio.Semaphore(0)

        async def listen():
            await signal.acquire()
            await signal.acquire()  # HERE

        listener = asyncio.create_task(listen(), name="listener")
        await asyncio.sleep(1)
        signal.release()
        await listener

    assert told(main)[1] == (
        "listener waits at HERE for a Semaphore:"
        " it was made with no permit, and nobody releases a permit"
    )


def test_a_lock_taken_through_wait_for_is_held_by_who_called_it():
    async def main():
        lock = asyncio.Lock()
        await asyncio.wait_for(lock.acquire(), 1)  # FIRST
        await lock.acquire()  # AGAIN

    assert told(main) == [
        "task 1 waits at AGAIN for a Lock that it holds itself since t=0 s (FIRST)"
    ]


def test_a_lock_that_a_callback_took_is_not_pinned_on_a_task():
    async def main():
        lock = asyncio.Lock()

        def take():
            with pytest.raises(StopIteration):
                lock.acquire().send(None)  # TAKE

        asyncio.get_running_loop().call_soon(take)
        await asyncio.sleep(1)
        await lock.acquire()  # HERE

    assert told(main) == ["task 1 waits at HERE for a Lock held by a callback since t=0 s (TAKE)"]


def test_a_waiter_that_was_notified_waits_for_the_lock():
    async def main():
        condition = asyncio.Condition()

        async def wait():
            async with condition:
                await condition.wait()  # WAIT

        async def keep():
            async with condition:  # KEEP
                condition.notify()
                await asyncio.Event().wait()  # STAY

        await asyncio.gather(wait(), keep())

    assert told(main)[1:] == [
        "task 2 waits at WAIT for a Lock held by task 3 since t=0 s (KEEP)",
        "task 3 waits at STAY for an Event: nobody sets it",
    ]


# Who is missing


async def an_event():
    await asyncio.Event().wait()  # HERE


async def a_condition():
    condition = asyncio.Condition()
    async with condition:
        await condition.wait_for(lambda: False)  # HERE


async def a_queue_nobody_fills():
    await asyncio.Queue().get()  # HERE


async def a_queue_nobody_empties():
    queue = asyncio.Queue(2)
    for number in range(3):
        await queue.put(number)  # HERE


async def a_join_without_task_done():
    queue = asyncio.Queue()
    for number in range(4):
        queue.put_nowait(number)
    for _ in range(3):
        queue.get_nowait()
    queue.task_done()
    await queue.join()  # HERE


async def a_barrier():
    await asyncio.Barrier(3).wait()  # HERE


async def a_future():
    await asyncio.get_running_loop().create_future()  # HERE


async def a_gathered_future():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result(1)
    await asyncio.gather(done, loop.create_future())  # HERE


async def an_endless_sleep():
    await asyncio.sleep(float("inf"))  # HERE


@pytest.mark.parametrize(
    ("main", "what"),
    [
        (an_event, "an Event: nobody sets it"),
        (a_condition, "a Condition: nobody notifies it"),
        (a_queue_nobody_fills, "an item from a Queue: nobody puts one into it"),
        (
            a_queue_nobody_empties,
            "room in a Queue: it is full with 2 items, and nobody takes one out",
        ),
        (
            a_join_without_task_done,
            "the join of a Queue: 2 items were taken out and task_done() not called for them,"
            " 1 item still inside, and nobody calls task_done()",
        ),
        (a_barrier, "a Barrier: 1 of 3 parties have come, and nobody else comes"),
        (a_future, "a Future: nobody sets its result"),
        (a_gathered_future, "gather(a Future)"),
        (an_endless_sleep, "asyncio.sleep(inf)"),
    ],
)
def test_what_never_comes_is_named(main, what):
    assert told(main) == [f"task 1 waits at HERE for {what}"]


# Whose end is awaited


async def by_task(tasks):
    await tasks[0]  # HERE


async def by_shield(tasks):
    await asyncio.shield(tasks[0])  # HERE


async def by_gather(tasks):
    await asyncio.gather(*tasks)  # HERE


async def by_wait(tasks):
    await asyncio.wait(tasks)  # HERE


@pytest.mark.parametrize(
    ("wait", "what"),
    [
        (by_task, "b"),
        (by_shield, "b"),
        (by_gather, "gather(b, c)"),
        (by_wait, "asyncio.wait(b, c)"),
    ],
)
def test_tasks_that_are_awaited_are_named(wait, what):
    async def main():
        done = asyncio.create_task(asyncio.sleep(0))
        tasks = [asyncio.create_task(asyncio.Event().wait(), name=name) for name in "bc"]
        await asyncio.sleep(1)
        await wait([*tasks, done])

    assert told(main)[0] == f"task 1 waits at HERE for {what}"


def test_a_group_names_the_tasks_that_are_left():
    async def main():
        async with asyncio.TaskGroup() as group:  # GROUP
            group.create_task(asyncio.sleep(1))
            for _ in range(5):
                group.create_task(asyncio.Event().wait())  # CHILD

    first, second, *_ = told(main)
    assert "for a TaskGroup of task 3, task 4, task 5, 2 more" in first
    assert second == "task 3 waits at CHILD for an Event: nobody sets it"


def test_a_task_that_waits_for_itself_is_a_circle():
    async def main():
        own = []

        async def ouroboros():
            await asyncio.sleep(1)
            await asyncio.wait(own)  # HERE

        own.append(asyncio.create_task(ouroboros()))
        await own[0]

    assert stuck(main).cycles == (("task 2",),)


def test_three_tasks_in_a_ring_are_one_circle():
    async def main():
        locks = [asyncio.Lock() for _ in range(3)]

        async def eat(left, right):
            async with left:
                await asyncio.sleep(1)
                async with right:
                    pass

        await asyncio.gather(*(eat(locks[n], locks[(n + 1) % 3]) for n in range(3)))

    assert stuck(main).cycles == (("task 2", "task 3", "task 4"),)


def test_tasks_of_one_name_are_told_apart():
    async def main():
        waits = (asyncio.create_task(asyncio.Event().wait(), name="w") for _ in range(2))
        await asyncio.gather(*waits)  # HERE

    assert told(main)[0] == "task 1 waits at HERE for gather(w (task 2), w (task 3))"


def test_the_text_draws_the_circle_and_then_names_who_else_waits():
    async def main():
        async def twice(lock):
            await lock.acquire()
            await lock.acquire()

        await asyncio.gather(twice(asyncio.Lock()), twice(asyncio.Lock()))

    lines = str(stuck(main)).splitlines()
    assert [line[:10] for line in lines] == [
        "Deadlock: ",
        "  +> task ",
        "  +- that ",
        "  +> task ",
        "  +- that ",
        "  task 1 w",
    ]


def test_the_text_of_many_is_cut_and_says_so():
    async def main():
        await asyncio.gather(*(asyncio.Event().wait() for _ in range(500)))

    lines = str(stuck(main)).splitlines()
    assert (len(lines), lines[-1]) == (32, "  471 more wait")
    assert len(stuck(main).waiting) == 501


# Who could wake it, but waits itself


def test_nobody_is_said_to_wake_himself():
    async def main():
        ready = asyncio.Event()
        await ready.wait()  # HERE
        ready.set()

    assert told(main) == ["task 1 waits at HERE for an Event: nobody sets it"]


def test_who_would_set_an_event_later_is_named_and_closes_the_circle():
    async def main():
        lock, ready = asyncio.Lock(), asyncio.Event()

        async def listen():
            async with lock:  # TAKE
                await ready.wait()  # LISTEN

        async def tell():
            async with lock:  # TELL
                ready.set()  # SET

        await asyncio.gather(listen(), tell())

    assert told(main)[1:] == [
        "task 2 waits at LISTEN for an Event: task 3 could call set() at SET, but waits itself",
        "task 3 waits at TELL for a Lock held by task 2 since t=0 s (TAKE)",
    ]
    assert stuck(main).cycles == (("task 2", "task 3"),)


def test_an_end_mark_that_is_put_after_waiting_for_the_workers_closes_the_circle():
    async def main():
        items = asyncio.Queue()

        async def work():
            while await items.get() is not None:  # GET
                pass

        worker = asyncio.create_task(work())
        await worker  # WAIT
        await items.put(None)  # PUT

    assert told(main) == [
        "task 1 waits at WAIT for task 2",
        "task 2 waits at GET for an item from a Queue:"
        " task 1 could call put() at PUT, but waits itself",
    ]
    assert stuck(main).cycles == (("task 1", "task 2"),)


def test_what_is_known_of_the_thing_comes_before_who_could_wake():
    async def main():
        items = asyncio.Queue(1)

        async def work(go_on):
            await go_on.wait()  # STAY
            items.get_nowait()  # GET

        worker = asyncio.create_task(work(asyncio.Event()))
        await items.put(1)
        await items.put(2)  # PUT
        await worker

    assert told(main)[0] == (
        "task 1 waits at PUT for room in a Queue: it is full with 1 item;"
        " task 2 could call get_nowait() at GET, but waits itself"
    )


class Board:
    """Something that tasks share."""

    def __init__(self):
        self.news = asyncio.Event()


def test_an_object_is_followed_to_what_stands_in_it():
    async def main():
        board, start = Board(), asyncio.Event()

        async def write():
            await start.wait()
            board.news.set()  # SET

        writer = asyncio.create_task(write())
        await board.news.wait()  # READ
        await writer

    assert told(main)[0] == (
        "task 1 waits at READ for an Event: task 2 could call set() at SET, but waits itself"
    )


async def sets_before(event, other):
    event.clear()
    other.set()
    await event.wait()


async def sets_on_an_error_only(event, other):
    try:
        await event.wait()
    except ValueError:
        other.set()


async def sets_after_returning(event, other):
    await event.wait()
    return
    other.set()


async def sets_something_else(event, other):
    await event.wait()
    event.set()


async def only_looks_at_it(event, other):
    await event.wait()
    other.is_set()


@pytest.mark.parametrize(
    "beside",
    [
        sets_before,
        sets_on_an_error_only,
        sets_after_returning,
        sets_something_else,
        only_looks_at_it,
    ],
)
def test_nobody_is_named_who_cannot_come_to_it(beside):
    async def main():
        waited, other = asyncio.Event(), asyncio.Event()
        task = asyncio.create_task(beside(other, waited))
        await asyncio.sleep(1)
        waited.clear()
        await waited.wait()  # HERE
        await task

    assert told(main)[0] == "task 1 waits at HERE for an Event: nobody sets it"


async def again_in_a_loop(event, other):
    while True:
        other.set()  # SET
        await event.wait()


async def in_a_branch(event, other):
    if await event.wait():
        pass
    else:
        other.set()  # SET


async def in_a_finally(event, other):
    try:
        await event.wait()
    finally:
        other.set()  # SET


async def handed_on(event, other):
    await event.wait()
    asyncio.get_running_loop().call_soon_threadsafe(other.set)  # SET


async def above_the_line_that_waits(event, other):
    async def inner():
        await event.wait()

    await inner()
    other.set()  # SET


@pytest.mark.parametrize(
    "beside",
    [again_in_a_loop, in_a_branch, in_a_finally, handed_on, above_the_line_that_waits],
)
def test_whoever_can_come_to_it_is_named(beside):
    async def main():
        waited, other = asyncio.Event(), asyncio.Event()
        task = asyncio.create_task(beside(other, waited))
        await asyncio.sleep(1)
        waited.clear()
        await waited.wait()  # HERE
        await task

    assert told(main)[0] == (
        "task 1 waits at HERE for an Event: task 2 could call set() at SET, but waits itself"
    )


# Circles of names


@pytest.mark.parametrize(
    ("edges", "found"),
    [
        ({}, ()),
        ({"a": ["b"], "b": []}, ()),
        ({"a": ["a"]}, (("a",),)),
        ({"a": ["b", "c"], "b": [], "c": ["a"]}, (("a", "c"),)),
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, (("b", "c"),)),
        ({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c", "a"]}, (("a", "b"), ("c", "d"))),
        ({"a": ["b"], "b": ["c", "a"], "c": ["a"]}, (("a", "b"),)),
        ({"a": ["x"]}, ()),
    ],
)
def test_circles_are_found_once_and_begin_with_the_first(edges, found):
    assert circles(edges) == found
