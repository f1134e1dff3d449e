"""Threads beside the loop, each with the tool that makes it safe."""

import asyncio
import concurrent.futures
import contextvars
import queue
import threading
import time

from grader.lab import latency


def read(number):
    time.sleep(latency(0.25, 1))
    return number * 10


async def read_in_threads():
    """`to_thread` under `gather`: the results have the order of the questions."""
    found = await asyncio.gather(*(asyncio.to_thread(read, number) for number in range(5)))
    assert found == [0, 10, 20, 30, 40]


async def pool_of_two():
    """A pool of one's own runs two at a time, and is shut down at the end."""
    running, most, lock = 0, 0, threading.Lock()

    def work(number):
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(latency(0.25, 1))
        with lock:
            running -= 1
        return number

    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        jobs = [loop.run_in_executor(pool, work, number) for number in range(6)]
        assert await asyncio.gather(*jobs) == list(range(6))
    assert most <= 2


async def pool_that_takes_no_more():
    """Jobs that were taken before the shutdown end; later ones are refused."""
    pool = concurrent.futures.ThreadPoolExecutor(1)
    jobs = [pool.submit(read, number) for number in range(3)]
    pool.shutdown(wait=False)
    try:
        pool.submit(read, 3)
    except RuntimeError:
        jobs.append(None)
    assert await asyncio.gather(*map(asyncio.wrap_future, jobs[:3])) == [0, 10, 20]
    assert jobs[3] is None


async def counter_under_a_thread_lock():
    """Reading, waiting and writing are one step for threads too."""
    total, lock = 0, threading.Lock()

    def add(size):
        nonlocal total
        with lock:
            seen = total
            time.sleep(latency(0.25, 1))
            total = seen + size

    await asyncio.gather(*(asyncio.to_thread(add, size) for size in (1, 2, 3)))
    assert total == 6


async def event_set_from_a_thread():
    """A thread tells the loop by `call_soon_threadsafe`, before or after the loop waits."""
    loop, ready, lines = asyncio.get_running_loop(), asyncio.Event(), []

    def work():
        lines.extend(["one", "two"])
        loop.call_soon_threadsafe(ready.set)

    thread = threading.Thread(target=work)
    thread.start()
    await asyncio.sleep(latency(0, 0.5))
    await asyncio.wait_for(ready.wait(), 5)
    thread.join()
    assert lines == ["one", "two"]


async def lines_from_a_thread_in_order():
    """What one thread hands over arrives in the order in which it was handed over."""
    loop, lines, done = asyncio.get_running_loop(), asyncio.Queue(), object()

    def tail():
        for number in range(5):
            time.sleep(latency(0, 0.5))
            loop.call_soon_threadsafe(lines.put_nowait, number)
        loop.call_soon_threadsafe(lines.put_nowait, done)

    reading = asyncio.create_task(asyncio.to_thread(tail))
    seen = []
    while (line := await lines.get()) is not done:
        seen.append(line)
    await reading
    assert seen == [0, 1, 2, 3, 4]


async def coroutine_run_for_a_thread():
    """A thread has coroutines run by the loop and waits for each of them."""
    loop, total = asyncio.get_running_loop(), 0

    async def add(number):
        nonlocal total
        seen = total
        await asyncio.sleep(0)
        total = seen + number

    def work(numbers):
        for number in numbers:
            asyncio.run_coroutine_threadsafe(add(number), loop).result(timeout=5)
        return total

    assert await asyncio.to_thread(work, [1, 2, 3]) == 6


async def threads_fed_by_a_queue():
    """Threads take jobs from a thread-safe queue until each has met its sentinel."""
    jobs, results = queue.Queue(), queue.Queue()

    def work():
        while (job := jobs.get()) is not None:
            results.put(read(job))
            jobs.task_done()
        jobs.task_done()

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for job in [*range(6), None, None, None]:
        jobs.put(job)
    await asyncio.to_thread(jobs.join)
    for thread in threads:
        await asyncio.to_thread(thread.join)
    assert sorted(results.queue) == [0, 10, 20, 30, 40, 50]


async def thread_stopped_by_an_event():
    """A thread looks for its stop signal between two steps, and does no step after it."""
    stop, steps = threading.Event(), []

    def poll():
        while not stop.wait(1):
            steps.append(time.monotonic())

    thread = threading.Thread(target=poll)
    thread.start()
    await asyncio.sleep(3.5)
    stop.set()
    await asyncio.to_thread(thread.join)
    assert len(steps) == 3


async def thread_started_under_a_lock():
    """The new thread may begin at once, but not pass the lock that its starter holds."""
    lock, log = threading.Lock(), []

    def work():
        with lock:
            log.append("thread")

    with lock:
        thread = threading.Thread(target=work)
        thread.start()
        log.append("starter")
    await asyncio.to_thread(thread.join)
    assert log == ["starter", "thread"]


async def thread_that_waits_for_its_set_up():
    """An event tells the thread when what it needs is there."""
    box, ready = {}, threading.Event()

    def work():
        ready.wait()
        box["lines"].append("written")

    thread = threading.Thread(target=work)
    thread.start()
    box["lines"] = []
    ready.set()
    await asyncio.to_thread(thread.join)
    assert box == {"lines": ["written"]}


async def threads_meet_at_a_barrier():
    """No thread goes on before all have come."""
    barrier, log = threading.Barrier(3), []

    def work():
        time.sleep(latency(0.25, 1))
        log.append("come")
        barrier.wait()
        log.append("gone")

    await asyncio.gather(*(asyncio.to_thread(work) for _ in range(3)))
    assert log == ["come"] * 3 + ["gone"] * 3


async def threads_pass_a_ball():
    """Two threads take turns under one condition."""
    turn, log, changed = "ping", [], threading.Condition()

    def play(mine, other):
        nonlocal turn
        for _ in range(3):
            with changed:
                while turn != mine:
                    changed.wait()
                log.append(mine)
                turn = other
                changed.notify_all()

    await asyncio.gather(
        asyncio.to_thread(play, "pong", "ping"), asyncio.to_thread(play, "ping", "pong")
    )
    assert log == ["ping", "pong"] * 3


async def futures_of_a_pool_as_they_come():
    """Each future of a pool is met once, whichever comes first."""

    def collect():
        with concurrent.futures.ThreadPoolExecutor(3) as pool:
            jobs = {pool.submit(read, number): number for number in range(5)}
            return {jobs[job]: job.result() for job in concurrent.futures.as_completed(jobs)}

    assert await asyncio.to_thread(collect) == {number: number * 10 for number in range(5)}


async def context_goes_along():
    """Each thread and task sees the context in which it was asked for."""
    user = contextvars.ContextVar("user")

    def whose():
        time.sleep(latency(0.25, 1))
        return user.get()

    async def request(name):
        user.set(name)
        await asyncio.sleep(0.5)
        return await asyncio.to_thread(whose), user.get()

    names = ["ada", "bob", "eve"]
    assert await asyncio.gather(*map(request, names)) == [(name, name) for name in names]


async def job_left_by_its_timeout():
    """The caller gives up, the thread goes on to its end, and its pool waits for it."""
    ended = []

    def slow():
        time.sleep(latency(2, 4))
        ended.append(True)

    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        job = asyncio.get_running_loop().run_in_executor(pool, slow)
        try:
            await asyncio.wait_for(job, 1)
        except TimeoutError:
            ended.append(False)
    assert ended == [False, True]


async def thread_timer_cancelled_in_time():
    """A timer of `threading` that is cancelled before its time never fires."""
    fired = []
    timer = threading.Timer(2, fired.append, [True])
    timer.start()
    await asyncio.sleep(1)
    timer.cancel()
    await asyncio.to_thread(timer.join)
    assert fired == []
