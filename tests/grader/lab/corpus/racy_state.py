"""Races about a value that is read, and written some time later."""

import asyncio

from grader.lab import latency


async def lost_update():
    """Both visitors read the counter before either has written it."""
    visits = 0

    async def visit():
        nonlocal visits
        seen = visits
        await asyncio.sleep(0)
        visits = seen + 1

    await asyncio.gather(visit(), visit())
    assert visits == 2


async def lost_update_with_a_hop():
    """A foreign deposit reads the balance while a slow ledger still writes the other one."""
    balance = 100

    async def deposit(amount, currency):
        nonlocal balance
        if currency != "EUR":
            await asyncio.sleep(latency(0.5, 1))  # ask for the rate
        before = balance
        await asyncio.sleep(latency(0.25, 1))  # write the ledger
        balance = before + amount

    await asyncio.gather(deposit(50, "EUR"), deposit(20, "USD"))
    assert balance == 170


async def sold_twice():
    """The stock is looked at before the payment and counted down after it."""
    stock, sold = 1, []

    async def buy(customer):
        nonlocal stock
        if stock == 0:
            return
        await asyncio.sleep(latency(0.5, 2))  # the card is charged
        stock -= 1
        sold.append(customer)

    first = asyncio.create_task(buy("Ada"))
    await asyncio.sleep(1)
    await asyncio.gather(first, buy("Bob"))
    assert len(sold) == 1


async def check_then_act_limiter():
    """A call counts as running only once its connection stands, after the check."""
    limit, running, most = 2, 0, 0

    async def call(number):
        nonlocal running, most
        await asyncio.sleep(number / 4)
        while running >= limit:
            await asyncio.sleep(0.25)
        await asyncio.sleep(latency(0.125, 0.75))  # connect
        running += 1
        most = max(most, running)
        await asyncio.sleep(2)
        running -= 1

    await asyncio.gather(*map(call, range(6)))
    assert most <= limit


async def cache_filled_twice():
    """Whoever asks while the first answer is still on its way asks the server again."""
    cache, asked = {}, 0

    async def profile(user):
        nonlocal asked
        if user not in cache:
            asked += 1
            await asyncio.sleep(latency(0.25, 1))
            cache[user] = f"profile of {user}"
        return cache[user]

    async def page(after):
        await asyncio.sleep(after)
        return await profile("ada")

    await asyncio.gather(page(0), page(0.5), page(1))
    assert asked == 1


async def two_requests_choose_one_worker():
    """The least busy worker is chosen, pinged, and only then counted as busier."""
    load = {"gpu-0": 0, "gpu-1": 0}

    async def dispatch():
        worker = min(load, key=load.__getitem__)
        await asyncio.sleep(latency(0.125, 0.75))  # does it still live?
        load[worker] += 1

    async def arrive(number):
        await asyncio.sleep(number / 4)
        await dispatch()

    await asyncio.gather(*map(arrive, range(4)))
    assert set(load.values()) == {2}


async def batch_cleared_after_sending():
    """What is added while a batch is being sent is cleared with it."""
    pending, stored = [], []

    async def flush():
        await asyncio.sleep(latency(0.125, 0.5))
        stored.extend(pending[:3])
        pending.clear()

    async def add(item):
        pending.append(item)
        if len(pending) == 3:
            await flush()

    adding = []
    for item in range(6):
        adding.append(asyncio.create_task(add(item)))
        await asyncio.sleep(0.25)
    await asyncio.gather(*adding)
    assert stored == list(range(6))


async def lease_runs_out_while_working():
    """The lease lasts a second, and nobody looks whether the work does too."""
    owner, free_at, at_work, most = None, 0.0, 0, 0
    now = asyncio.get_running_loop().time

    async def worker(name):
        nonlocal owner, free_at, at_work, most
        while owner is not None and now() < free_at:
            await asyncio.sleep(0.25)
        owner, free_at = name, now() + 1
        at_work += 1
        most = max(most, at_work)
        await asyncio.sleep(latency(0.5, 1.5))
        at_work -= 1
        if owner == name:
            owner = None

    await asyncio.gather(worker("one"), worker("two"))
    assert most == 1


async def token_refreshed_by_both():
    """Two calls find the token stale; the second refresh makes the first one's token invalid."""
    valid, held, refused = "new-0", "old", 0

    async def refresh():
        nonlocal valid, held
        await asyncio.sleep(latency(0.25, 1))
        valid = f"new-{int(valid[4:]) + 1}"
        held = valid

    async def call(after):
        nonlocal refused
        await asyncio.sleep(after)
        if not held.startswith("new"):
            await refresh()
        token = held
        await asyncio.sleep(0.5)
        refused += token != valid

    await asyncio.gather(call(0), call(0.5))
    assert refused == 0
