"""Small services: queues, workers, limits, batches, subscriptions and a good end."""

import asyncio
import itertools

from grader.lab import latency


async def producers_and_consumers():
    """`join` after all has been put, then the workers are cancelled."""
    queue, squares = asyncio.Queue(maxsize=2), []

    async def produce(numbers):
        for number in numbers:
            await asyncio.sleep(latency(0, 0.5))
            await queue.put(number)

    async def consume():
        while True:
            number = await queue.get()
            await asyncio.sleep(latency(0.25, 1))
            squares.append(number * number)
            queue.task_done()

    workers = [asyncio.create_task(consume()) for _ in range(3)]
    await asyncio.gather(produce([1, 2, 3]), produce([4, 5, 6]))
    await queue.join()
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    assert sorted(squares) == [1, 4, 9, 16, 25, 36]


async def pool_that_ends_by_sentinels():
    """One sentinel for each worker, put after the last job."""
    jobs, finished = asyncio.Queue(), []

    async def worker():
        while (job := await jobs.get()) is not None:
            await asyncio.sleep(latency(0.25, 1))
            finished.append(job)

    for number in range(7):
        jobs.put_nowait(number)
    for _ in range(3):
        jobs.put_nowait(None)
    await asyncio.gather(*(worker() for _ in range(3)))
    assert sorted(finished) == list(range(7)) and jobs.empty()


async def urgent_jobs_first():
    """A priority queue, with a counter so that equal jobs keep their order."""
    queue, order, number = asyncio.PriorityQueue(), [], itertools.count()
    for priority, name in [(2, "b"), (1, "a"), (2, "c"), (1, "A")]:
        queue.put_nowait((priority, next(number), name))
    while not queue.empty():
        await asyncio.sleep(latency(0, 0.5))
        order.append(queue.get_nowait()[2])
    assert order == ["a", "A", "b", "c"]


async def published_to_all_subscribers():
    """Everybody subscribes before the first message, and gets all of them in order."""
    subscribers = []

    async def listen(inbox):
        seen = []
        while (message := await inbox.get()) is not None:
            await asyncio.sleep(latency(0, 1))
            seen.append(message)
        return seen

    subscribers = [asyncio.Queue() for _ in range(3)]
    listening = [asyncio.create_task(listen(inbox)) for inbox in subscribers]
    for message in ["one", "two", "three", None]:
        await asyncio.sleep(0.5)
        for inbox in subscribers:
            inbox.put_nowait(message)
    assert await asyncio.gather(*listening) == [["one", "two", "three"]] * 3


async def never_more_than_the_rate():
    """At most two begin in any second: the slot is taken before anything is awaited."""
    now = asyncio.get_running_loop().time
    begun, next_slot = [], now()

    async def call():
        nonlocal next_slot
        slot = max(next_slot, now())
        next_slot = slot + 0.5
        await asyncio.sleep(slot - now())
        begun.append(now())
        await asyncio.sleep(latency(0.25, 2))

    await asyncio.gather(*(call() for _ in range(7)))
    assert all(b - a >= 0.5 for a, b in itertools.pairwise(begun))


async def tokens_in_a_bucket():
    """A bucket that fills over time; whoever finds it empty waits for the next token."""
    now = asyncio.get_running_loop().time
    tokens, filled, lock, passed = 2.0, now(), asyncio.Lock(), []

    async def take():
        nonlocal tokens, filled
        async with lock:
            while True:
                tokens = min(2.0, tokens + (now() - filled) * 2)
                filled = now()
                if tokens >= 1:
                    tokens -= 1
                    passed.append(now())
                    return
                await asyncio.sleep((1 - tokens) / 2)

    async def client():
        for _ in range(3):
            await take()
            await asyncio.sleep(latency(0, 0.5))

    began = now()
    await asyncio.gather(client(), client())
    assert all(sum(at <= began + t for at in passed) <= 2 + 2 * t for t in range(4))


async def batches_for_a_model():
    """Requests wait for each other up to half a second or four, and each gets its own answer."""
    waiting, sizes, wake = [], [], asyncio.Event()

    async def model():
        while True:
            await wake.wait()
            wake.clear()
            await asyncio.sleep(0.5)
            while waiting:
                batch, waiting[:] = waiting[:4], waiting[4:]
                sizes.append(len(batch))
                await asyncio.sleep(latency(0.5, 1.5))
                for text, answer in batch:
                    answer.set_result(text.upper())

    async def ask(number):
        await asyncio.sleep(number / 4)
        answer = asyncio.get_running_loop().create_future()
        waiting.append((f"text {number}", answer))
        wake.set()
        return await answer

    serving = asyncio.create_task(model())
    answers = await asyncio.gather(*map(ask, range(10)))
    serving.cancel()
    assert answers == [f"TEXT {number}" for number in range(10)]
    assert sum(sizes) == 10 and max(sizes) <= 4


async def rows_loaded_ahead():
    """A loader keeps up to three rows in flight, and gives them out in order."""
    running = most = 0

    async def load(index):
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(latency(0.25, 1))
        running -= 1
        return index * index

    async def rows(count):
        ahead = []
        for index in range(count):
            ahead.append(asyncio.create_task(load(index)))
            if len(ahead) == 3:
                yield await ahead.pop(0)
        for task in ahead:
            yield await task

    assert [row async for row in rows(8)] == [index * index for index in range(8)]
    assert most <= 3


async def least_busy_worker():
    """The chosen worker counts as busier before anything is awaited."""
    load, served = {"gpu-0": 0, "gpu-1": 0}, {"gpu-0": 0, "gpu-1": 0}

    async def request(number):
        await asyncio.sleep(number / 4)
        worker = min(load, key=load.__getitem__)
        load[worker] += 1
        assert max(load.values()) - min(load.values()) <= 4
        await asyncio.sleep(latency(0.5, 2))
        load[worker] -= 1
        served[worker] += 1

    await asyncio.gather(*map(request, range(8)))
    assert sum(served.values()) == 8 and not any(load.values())


async def heartbeats_with_a_margin():
    """A beat each second, and the watcher is patient for two and a half."""
    beat, missed = asyncio.Event(), 0

    async def worker():
        for _ in range(4):
            await asyncio.sleep(latency(0.5, 1))
            beat.set()

    async def watch(working):
        nonlocal missed
        while not working.done():
            beat.clear()
            try:
                await asyncio.wait_for(beat.wait(), 2.5)
            except TimeoutError:
                missed += not working.done()

    await watch(asyncio.create_task(worker()))
    assert missed == 0


async def newest_search_wins():
    """Each new text cancels the search before it, so that only the newest can be shown."""
    shown, search = [], None

    async def show(text):
        await asyncio.sleep(latency(0.25, 1.25))
        shown.append(text)

    for text in ["a", "as", "async"]:
        if search is not None:
            search.cancel()
        search = asyncio.create_task(show(text))
        await asyncio.sleep(0.5)
    await asyncio.wait([search])
    assert shown[-1] == "async" and shown == sorted(shown)


async def shut_down_gracefully():
    """No new request is taken, running ones end, and only then the model is closed."""
    accepting, running, idle, log = True, 0, asyncio.Event(), []

    async def request(number):
        nonlocal running
        await asyncio.sleep(number / 2)
        if not accepting:
            return log.append("refused")
        running += 1
        await asyncio.sleep(latency(0.5, 2))
        log.append("served")
        running -= 1
        if not accepting and running == 0:
            idle.set()

    clients = [asyncio.create_task(request(number)) for number in range(6)]
    await asyncio.sleep(1)
    accepting = False
    if running:
        await idle.wait()
    closed_at = len([word for word in log if word == "served"])
    await asyncio.gather(*clients)
    assert log.count("served") == closed_at
    assert len(log) == 6


async def circuit_opens_after_three_errors():
    """After three failures in a row nobody is sent for ten seconds, then one tries again."""
    now = asyncio.get_running_loop().time
    failures, open_until, sent = 0, 0.0, []

    async def call():
        nonlocal failures, open_until
        if now() < open_until:
            return "refused"
        sent.append(now())
        await asyncio.sleep(latency(0.125, 0.5))
        failures += 1
        if failures >= 3:
            open_until = now() + 10
        return "failed"

    answers = []
    for _ in range(5):
        answers.append(await call())
        await asyncio.sleep(1)
    await asyncio.sleep(10)
    answers.append(await call())
    assert answers == ["failed"] * 3 + ["refused"] * 2 + ["failed"]
    assert len(sent) == 4
