"""What a seed may decide, what it may not, and that it always decides the same."""

import asyncio
import concurrent.futures
import os
import threading
import time

import pytest

from grader.lab import Schedule, latency, run, run_schedules
from grader.lab.schedule import SCHEDULES, is_enough
from grader.lab.world import is_installed

RANDOM_SEEDS = range(2, 40)


async def finish_order(count=4, wait=lambda: asyncio.sleep(1)):
    order = []

    async def one(number):
        await wait()
        order.append(number)

    await asyncio.gather(*map(one, range(count)))
    return order


def values(main, seeds, **options):
    return [run(main, seed=seed, **options).result() for seed in seeds]


def test_seed_0_fires_equal_deadlines_in_the_order_of_making():
    assert run(finish_order).value == [0, 1, 2, 3]


def test_seed_1_fires_them_in_reverse():
    assert run(finish_order, seed=1).value == [3, 2, 1, 0]


def test_other_seeds_give_every_order_sooner_or_later():
    orders = {tuple(order) for order in values(lambda: finish_order(3), RANDOM_SEEDS)}
    assert len(orders) == 6


def test_different_deadlines_keep_their_order_under_every_seed():
    async def main():
        order = []

        async def one(number):
            await asyncio.sleep(1 + number / 8)
            order.append(number)

        await asyncio.gather(*map(one, reversed(range(5))))
        return order

    assert set(map(tuple, values(main, range(20)))) == {(0, 1, 2, 3, 4)}


def test_ready_tasks_and_callbacks_keep_their_order_under_every_seed():
    async def main():
        loop, order = asyncio.get_running_loop(), []
        for number in range(3):
            loop.call_soon(order.append, number)
        return order + await finish_order(wait=lambda: asyncio.sleep(0))

    assert len(set(map(tuple, values(main, range(20))))) == 1


def test_no_seed_moves_a_deadline():
    assert {run(finish_order, seed=seed).makespan for seed in range(20)} == {1}


def test_a_latency_is_low_then_high_then_between():
    async def main():
        return [latency(1, 2) for _ in range(50)]

    assert set(run(main).value) == {1}
    assert set(run(main, seed=1).value) == {2}
    assert set(run(main, seed=2).value) == {1 + step / 8 for step in range(9)}


def test_a_latency_within_no_bounds_is_refused():
    async def main():
        return latency(2, 1)

    with pytest.raises(ValueError, match="from low to high"):
        run(main).result()


def test_a_latency_outside_virtual_time_is_refused():
    with pytest.raises(RuntimeError, match="virtual loop"):
        latency(1, 2)


def test_threads_that_could_go_on_do_so_in_any_order():
    async def main():
        order = []
        threads = [threading.Thread(target=order.append, args=[number]) for number in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            await asyncio.to_thread(thread.join)
        return order

    assert run(main).value == [0, 1, 2]
    assert len({tuple(order) for order in values(main, RANDOM_SEEDS)}) > 2


def test_a_second_thread_may_end_before_the_loop_hears_of_the_first():
    async def main():
        box = {}

        def load(name):
            time.sleep(1)
            box["content"] = name

        async def read(name):
            await asyncio.to_thread(load, name)
            return box["content"]

        return await asyncio.gather(read("a"), read("b"))

    assert run(main).value == ["a", "b"]
    assert ["a", "a"] in values(main, range(1, 10))


def test_a_thread_that_yields_without_end_starves_nobody():
    async def main():
        done = []

        def yields():
            while not done:
                time.sleep(0)

        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.to_thread(yields))
            group.create_task(asyncio.to_thread(yields))
            await asyncio.sleep(0)
            done.append(True)

    assert [run(main, seed=seed).error for seed in range(10)] == [None] * 10


def test_jobs_of_a_pool_begin_in_the_order_of_asking_under_every_seed():
    async def main():
        order = []
        await asyncio.gather(*(asyncio.to_thread(order.append, number) for number in range(3)))
        return order

    assert set(map(tuple, values(main, RANDOM_SEEDS))) == {(0, 1, 2)}


def test_a_thread_may_begin_before_the_line_after_its_start():
    async def main():
        order = []
        thread = threading.Thread(target=order.append, args=["thread"])
        thread.start()
        order.append("starter")
        await asyncio.to_thread(thread.join)
        return order

    assert run(main).value == ["starter", "thread"]
    assert run(main, seed=1).value == ["thread", "starter"]


def test_a_pools_thread_may_use_pools_under_every_seed():
    def both():
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            return pool.submit(int, "7").result()

    async def main():
        return await asyncio.to_thread(both)

    assert values(main, range(20)) == [7] * 20


def test_a_pools_thread_never_keeps_the_loop_from_its_next_line():
    async def main():
        reading, writing = os.pipe()
        job = asyncio.get_running_loop().run_in_executor(None, os.read, reading, 1)
        os.write(writing, b"x")
        os.close(writing)
        try:
            return await job
        finally:
            os.close(reading)

    assert values(main, range(20)) == [b"x"] * 20


def test_a_thread_that_yields_lets_others_go_on_under_every_seed():
    async def main():
        came, here = [], threading.Event()

        def waits():
            here.wait()
            came.append("other")

        def yields():
            here.set()
            while not came:
                time.sleep(0)

        threads = [threading.Thread(target=each) for each in (waits, yields)]
        for thread in threads:
            thread.start()
        for thread in threads:
            await asyncio.to_thread(thread.join)
        return came

    assert values(main, range(20)) == [["other"]] * 20


def test_the_same_seed_gives_the_same_order_again():
    for seed in range(10):
        first, second = values(finish_order, [seed, seed])
        assert first == second


def test_one_more_thread_does_not_change_which_timer_goes_first():
    async def with_thread():
        await asyncio.to_thread(int)
        return await finish_order()

    plain, threaded = values(finish_order, [7]), values(with_thread, [7])
    # The thread's own timers draw too; streams apart keep the decisions about threads out of it.
    assert plain == threaded


@pytest.mark.parametrize("seed", [-1, 0.5, "1", 2**31])
def test_a_seed_that_is_none_is_refused(seed):
    with pytest.raises(ValueError, match="whole number"):
        Schedule(seed)


# How many seeds are worth a run


def test_where_nothing_is_open_one_run_is_enough():
    async def main():
        await asyncio.sleep(1)
        await asyncio.sleep(1)

    assert [outcome.orders for outcome in run_schedules(main)] == [1]


def test_a_set_of_tasks_leaves_its_order_open():
    async def main():
        done, _ = await asyncio.wait([asyncio.create_task(asyncio.sleep(n, n)) for n in range(4)])
        return [task.result() for task in done]

    orders = [tuple(each.value) for each in run_schedules(main)]
    assert len(orders) == SCHEDULES
    assert len(set(orders)) > 3


def test_two_orders_take_two_runs():
    assert [each.value for each in run_schedules(lambda: finish_order(2))] == [[0, 1], [1, 0]]


def test_many_orders_take_as_many_runs_as_asked_for():
    assert len(list(run_schedules(finish_order))) == SCHEDULES
    assert len(list(run_schedules(finish_order, schedules=3))) == 3


def test_one_world_serves_all_schedules_and_ends_with_them():
    seen = [is_installed() for _ in run_schedules(finish_order, schedules=3)]
    assert seen == [True, True, True]
    assert not is_installed()


def test_who_takes_only_some_schedules_leaves_no_world_behind():
    for _ in run_schedules(finish_order):
        break
    assert not is_installed()


def test_an_order_that_only_another_seed_opens_counts():
    async def main():
        late = [1]
        if (await finish_order(2)) == [1, 0]:
            late = await finish_order(3)
        return late

    assert len(list(run_schedules(main))) == SCHEDULES


@pytest.mark.parametrize(
    ("tried", "orders", "enough"),
    [(0, 1, False), (1, 1, True), (1, 2, False), (2, 2, True), (6, 6, False), (10, 6, True)],
)
def test_is_enough(tried, orders, enough):
    assert is_enough(tried, orders, SCHEDULES) is enough


# Exploring: advice only


def test_exploring_lets_ready_tasks_change_places():
    def main():
        return finish_order(wait=lambda: asyncio.sleep(0))

    orders = {tuple(order) for order in values(main, range(10), explores=True)}
    assert len(orders) > 3


def test_exploring_finds_a_race_that_needs_several_hops():
    async def main():
        total = 0

        async def add(hops):
            nonlocal total
            for _ in range(hops):
                await asyncio.sleep(0)
            seen = total
            await asyncio.sleep(0)
            total = seen + 1

        await asyncio.gather(add(0), add(3))
        return total

    assert set(values(main, range(10))) == {2}
    assert set(values(main, range(25), explores=True)) == {1, 2}


def test_exploring_leaves_the_order_of_callbacks_alone():
    async def main():
        loop, order = asyncio.get_running_loop(), []
        for number in range(5):
            loop.call_soon(order.append, number)
        await finish_order()
        return order

    assert set(map(tuple, values(main, range(10), explores=True))) == {(0, 1, 2, 3, 4)}
