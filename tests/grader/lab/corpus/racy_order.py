"""Races about which of two things comes first."""

import asyncio
import threading
import time

from grader.lab import latency


async def completion_order_results():
    """Results are kept in the order of arrival, and taken for those of the questions."""
    answers = []

    async def ask(question):
        await asyncio.sleep(1)
        answers.append(question.upper())

    async with asyncio.TaskGroup() as group:
        for question in ["a", "b", "c"]:
            group.create_task(ask(question))
    assert answers == ["A", "B", "C"]


async def results_of_a_done_set():
    """`done` is a set: its order says nothing about the order of the tasks."""

    async def square(number):
        await asyncio.sleep(1)
        return number * number

    done, _ = await asyncio.wait([asyncio.create_task(square(n)) for n in range(2)])
    assert [task.result() for task in done] == [0, 1]


async def stale_answer_shown():
    """The answer to what was typed before may come after the one to what stands there now."""
    shown = ""

    async def search(text):
        nonlocal shown
        await asyncio.sleep(latency(0.25, 1.25))
        shown = f"results for {text}"

    typed = []
    for text in ["as", "async"]:
        typed.append(asyncio.create_task(search(text)))
        await asyncio.sleep(0.25)
    await asyncio.gather(*typed)
    assert shown == "results for async"


async def progress_goes_backwards():
    """Each report is sent by a task of its own, and nothing makes them arrive in order."""
    received = []

    async def send(percent):
        await asyncio.sleep(latency(0.5, 1))
        received.append(percent)

    sending = []
    for percent in (25, 50, 75, 100):
        await asyncio.sleep(0.25)
        sending.append(asyncio.create_task(send(percent)))
    await asyncio.gather(*sending)
    assert received == sorted(received)


async def heartbeat_just_in_time():
    """The watcher allows exactly as long as the worker takes from one beat to the next."""
    now = asyncio.get_running_loop().time
    beat, lost = now(), []

    async def worker():
        nonlocal beat
        for _ in range(4):
            await asyncio.sleep(1)
            beat = now()

    async def watcher():
        for _ in range(4):
            await asyncio.sleep(1)
            if now() - beat >= 1:
                lost.append(now())

    await asyncio.gather(worker(), watcher())
    assert not lost


async def published_before_subscribed():
    """Both connect at the same time, and a message that nobody listens for is gone."""
    listeners, inbox = [], asyncio.Queue()

    async def subscriber():
        await asyncio.sleep(0.5)  # connect
        listeners.append(inbox.put_nowait)

    async def publisher():
        await asyncio.sleep(0.5)
        for listener in listeners:
            listener("hello")

    await asyncio.gather(subscriber(), publisher())
    assert not inbox.empty()


async def first_request_before_start_up():
    """The server answers while its model still loads."""
    model, statuses = None, []

    async def load_model():
        nonlocal model
        await asyncio.sleep(latency(1, 3))
        model = "vicuna"

    async def client():
        await asyncio.sleep(2)
        statuses.append(200 if model else 503)

    await asyncio.gather(load_model(), client())
    assert statuses == [200]


async def notified_before_waiting():
    """A condition keeps no memory: who comes after `notify_all` waits for ever."""
    warm = asyncio.Condition()

    async def user():
        await asyncio.sleep(1)  # read the settings
        async with warm:
            await warm.wait()

    async def warm_up():
        await asyncio.sleep(1)
        async with warm:
            warm.notify_all()

    await asyncio.gather(user(), warm_up())


async def lost_wake_up():
    """A job that comes while the worker reports that it is idle is cleared away unseen."""
    jobs, wake, finished = [], asyncio.Event(), []

    async def worker():
        while len(finished) < 3:
            await wake.wait()
            while jobs:
                await asyncio.sleep(latency(0.25, 0.75))
                finished.append(jobs.pop())
            await asyncio.sleep(latency(0.125, 0.5))  # report
            wake.clear()

    async def producer():
        for number in range(3):
            jobs.append(number)
            wake.set()
            await asyncio.sleep(0.875)

    await asyncio.gather(worker(), producer())


async def joined_before_all_is_put():
    """`join` returns when the queue is done with what came so far, not with what will come."""
    rows, saved, begun = asyncio.Queue(), [], asyncio.Event()

    async def fetch(page):
        await asyncio.sleep(latency(0.5, 2))
        rows.put_nowait(page)
        begun.set()

    async def save():
        while True:
            row = await rows.get()
            await asyncio.sleep(0.5)
            saved.append(row)
            rows.task_done()

    fetching = [asyncio.create_task(fetch(page)) for page in range(2)]
    saving = asyncio.create_task(save())
    await begun.wait()
    await rows.join()
    for task in [*fetching, saving]:
        task.cancel()
    assert sorted(saved) == [0, 1]


async def thread_begins_before_it_is_set_up():
    """The thread is started one line before the list that it writes to is made."""
    box, seen = {}, []

    def read():
        seen.append("lines" in box)

    thread = threading.Thread(target=read)
    thread.start()
    box["lines"] = []
    await asyncio.to_thread(thread.join)
    assert seen == [True]


async def threads_end_in_another_order():
    """Three threads write as they come, and the list is taken for one in order."""
    lines = []

    def read(number):
        time.sleep(0.5)
        lines.append(number)

    threads = [threading.Thread(target=read, args=[number]) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        await asyncio.to_thread(thread.join)
    assert lines == [0, 1, 2]


async def files_read_by_threads_into_one_total():
    """Two threads read the total, wait for the disk, and write it back."""
    total = 0

    def add(size, before):
        nonlocal total
        time.sleep(before)
        seen = total
        time.sleep(latency(0.25, 1))  # the disk
        total = seen + size

    await asyncio.gather(asyncio.to_thread(add, 10, 0), asyncio.to_thread(add, 20, 0.5))
    assert total == 30
