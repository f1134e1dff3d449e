"""Shared state, guarded by the tools that asyncio has for it."""

import asyncio
from contextlib import suppress

from grader.lab import latency


async def deposits_under_a_lock():
    """Reading, waiting and writing are one step under a lock."""
    balance, lock = 0, asyncio.Lock()

    async def deposit(amount):
        nonlocal balance
        async with lock:
            before = balance
            await asyncio.sleep(latency(0.25, 1))
            balance = before + amount

    await asyncio.gather(*map(deposit, [10, 20, 30]))
    assert balance == 60


async def transfers_with_ordered_locks():
    """Two locks are always taken in the same order, so that nobody waits in a circle."""
    balances = {"a": 100, "b": 100}
    locks = {name: asyncio.Lock() for name in balances}

    async def transfer(source, target, amount):
        first, second = sorted([source, target])
        async with locks[first]:
            await asyncio.sleep(latency(0.25, 1))
            async with locks[second]:
                balances[source] -= amount
                await asyncio.sleep(latency(0.25, 1))
                balances[target] += amount

    await asyncio.gather(transfer("a", "b", 30), transfer("b", "a", 10))
    assert balances == {"a": 80, "b": 120}


async def limited_by_a_semaphore():
    """Never more than three at once, and all come through."""
    limit, running, most, finished = asyncio.Semaphore(3), 0, 0, 0

    async def call():
        nonlocal running, most, finished
        async with limit:
            running += 1
            most = max(most, running)
            await asyncio.sleep(latency(0.25, 1))
            running -= 1
            finished += 1

    await asyncio.gather(*(call() for _ in range(10)))
    assert (most, finished) == (3, 10)


async def permits_come_back_after_a_timeout():
    """Whoever gives up waiting or working leaves no permit behind."""
    permits = asyncio.BoundedSemaphore(2)

    async def call():
        async with permits:
            await asyncio.sleep(latency(0.5, 2))

    await asyncio.gather(*(asyncio.wait_for(call(), 1) for _ in range(6)), return_exceptions=True)
    async with asyncio.timeout(1):
        await permits.acquire()
        await permits.acquire()
    assert permits.locked()


async def one_flight_per_key():
    """The first who misses leaves a future for the others: the server is asked once."""
    flights, asked = {}, 0

    async def load(key):
        nonlocal asked
        asked += 1
        await asyncio.sleep(latency(0.25, 1))
        return key.upper()

    async def get(key, after):
        await asyncio.sleep(after)
        if key not in flights:
            flights[key] = asyncio.ensure_future(load(key))
        return await flights[key]

    assert await asyncio.gather(*(get("ada", n / 2) for n in range(4))) == ["ADA"] * 4
    assert asked == 1


async def connected_once_under_a_lock():
    """Looked at twice, outside and inside of the lock: the connection is made once."""
    connection, made, lock = None, 0, asyncio.Lock()

    async def connect():
        nonlocal connection, made
        if connection is None:
            async with lock:
                if connection is None:
                    await asyncio.sleep(latency(0.25, 1))
                    made += 1
                    connection = "open"
        return connection

    async def visit(after):
        await asyncio.sleep(after)
        assert await connect() == "open"

    await asyncio.gather(*(visit(n / 4) for n in range(4)))
    assert made == 1


async def started_by_an_event():
    """Whether the gun goes off before or after a runner is ready, all of them run."""
    gun, ran = asyncio.Event(), []

    async def runner(number):
        await asyncio.sleep(latency(0.5, 1.5))
        await gun.wait()
        ran.append(number)

    async def starter():
        await asyncio.sleep(1)
        gun.set()

    await asyncio.gather(starter(), *map(runner, range(3)))
    assert sorted(ran) == [0, 1, 2]


async def bounded_buffer_with_conditions():
    """`wait_for` looks again after each wake-up, so that no place is used twice."""
    buffer, taken, changed = [], [], asyncio.Condition()

    async def put(item):
        async with changed:
            await changed.wait_for(lambda: len(buffer) < 2)
            buffer.append(item)
            assert len(buffer) <= 2
            changed.notify_all()

    async def producer(items):
        for item in items:
            await asyncio.sleep(latency(0, 1))
            await put(item)

    async def consumer():
        for _ in range(3):
            await asyncio.sleep(latency(0, 1))
            async with changed:
                await changed.wait_for(lambda: buffer)
                taken.append(buffer.pop(0))
                changed.notify_all()

    await asyncio.gather(producer([1, 2, 3]), producer([4, 5, 6]), consumer(), consumer())
    assert sorted(taken) == [1, 2, 3, 4, 5, 6]


async def rounds_with_a_barrier():
    """Nobody begins a round before everybody has ended the one before."""
    barrier, log = asyncio.Barrier(3), []

    async def player():
        for number in range(3):
            await asyncio.sleep(latency(0.25, 1))
            log.append(number)
            await barrier.wait()

    await asyncio.gather(*(player() for _ in range(3)))
    assert log == sorted(log)


async def readers_and_writers():
    """Readers share, a writer is alone."""
    readers, writing, changed = 0, False, asyncio.Condition()

    async def read():
        nonlocal readers
        async with changed:
            await changed.wait_for(lambda: not writing)
            readers += 1
        await asyncio.sleep(latency(0.25, 1))
        assert not writing
        async with changed:
            readers -= 1
            changed.notify_all()

    async def write():
        nonlocal writing
        async with changed:
            await changed.wait_for(lambda: not writing and readers == 0)
            writing = True
        await asyncio.sleep(latency(0.25, 1))
        assert readers == 0
        async with changed:
            writing = False
            changed.notify_all()

    await asyncio.gather(read(), read(), write(), read(), write())
    assert (readers, writing) == (0, False)


async def future_handed_over():
    """A future takes one value to whoever waits now or asks later."""
    answer = asyncio.get_running_loop().create_future()

    async def wait(seconds):
        await asyncio.sleep(seconds)
        return await answer

    async def give():
        await asyncio.sleep(1)
        answer.set_result(42)

    assert (await asyncio.gather(wait(0), wait(1), wait(2), give()))[:3] == [42, 42, 42]


async def lock_survives_a_cancelled_waiter():
    """One who is cancelled in the queue for a lock does not take it along."""
    lock, worked = asyncio.Lock(), []

    async def work(number):
        async with lock:
            await asyncio.sleep(1)
            worked.append(number)

    tasks = [asyncio.create_task(work(number)) for number in range(3)]
    await asyncio.sleep(latency(0.5, 1))
    tasks[1].cancel()
    with suppress(asyncio.CancelledError):
        await tasks[1]
    await asyncio.gather(tasks[0], tasks[2])
    assert {0, 2} <= set(worked)
    assert not lock.locked()
