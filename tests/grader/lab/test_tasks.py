"""Where asyncio keeps tasks in sets, their order is the same in every run and every process."""

import asyncio
import inspect
import subprocess
import sys

import pytest

from grader.lab import run

COUNT = 8


async def numbered(number, begun, seconds=1):
    begun.append(number)
    await asyncio.sleep(seconds)
    return number


async def done_order():
    done, _ = await asyncio.wait([asyncio.create_task(numbered(n, [])) for n in range(COUNT)])
    return [task.result() for task in done]


async def cancel_order():
    order = []

    async def cancelled(number):
        try:
            await asyncio.sleep(9)
        finally:
            order.append(number)

    async def failing():
        await asyncio.sleep(1)
        raise ZeroDivisionError

    try:
        async with asyncio.TaskGroup() as group:
            for number in range(COUNT):
                group.create_task(cancelled(number))
            group.create_task(failing())
    except* ZeroDivisionError:
        pass
    return order


async def task_order():
    tasks = {asyncio.create_task(numbered(n, [])): n for n in range(COUNT)}
    return [tasks[task] for task in asyncio.all_tasks() if task in tasks]


ORDERS = [done_order, cancel_order, task_order]


@pytest.mark.parametrize("main", ORDERS)
def test_a_set_of_tasks_has_one_order_wherever_the_tasks_lie_in_memory(main):
    kept, orders = [], set()
    for number in range(30):
        kept.append([object() for _ in range(number)])  # so that tasks get other addresses
        orders.add(tuple(run(main).result()))
    assert len(orders) == 1


@pytest.mark.parametrize("main", ORDERS)
def test_the_order_of_a_set_of_tasks_is_nothing_to_rely_on(main):
    orders = {tuple(run(main, seed=seed).result()) for seed in range(10)}
    assert tuple(range(COUNT)) not in orders
    assert len(orders) > 5


def test_seed_0_turns_small_sets_round_so_that_no_luck_hides_a_mistake():
    async def main():
        tasks = [asyncio.create_task(numbered(n, [])) for n in range(2)]
        done, _ = await asyncio.wait(tasks)
        return [task.result() for task in done]

    assert run(main).result() == [1, 0]


def test_as_completed_starts_what_it_is_given_in_that_order():
    async def main():
        begun = []
        jobs = [numbered(n, begun, n) for n in range(COUNT)]
        return begun, [await each for each in asyncio.as_completed(jobs)]

    assert run(main).result() == (list(range(COUNT)), list(range(COUNT)))


def test_as_completed_takes_an_awaitable_once_and_a_generator_too():
    async def main():
        job = asyncio.create_task(numbered(7, []))
        return [await each for each in asyncio.as_completed(task for task in (job, job))]

    assert run(main).result() == [7]


def test_as_completed_still_knows_a_timeout():
    async def main():
        for each in asyncio.as_completed([numbered(1, [], seconds=5)], timeout=2):
            await each

    outcome = run(main)
    assert isinstance(outcome.error, TimeoutError)
    assert outcome.makespan == 2


@pytest.mark.parametrize("wrong", ["future", "coroutine", "number", "numbers"])
def test_as_completed_refuses_what_asyncio_refuses(wrong):
    async def main():
        coroutine = numbered(1, [])
        given = {
            "future": asyncio.get_running_loop().create_future(),
            "coroutine": coroutine,
            "number": 3,
            "numbers": [3],
        }[wrong]
        try:
            list(asyncio.as_completed(given))
        finally:
            coroutine.close()

    assert isinstance(run(main).error, TypeError)


def test_a_task_is_a_task_in_all_other_ways():
    async def main():
        task = asyncio.create_task(numbered(1, []), name="one")
        assert isinstance(task, asyncio.Task)
        assert repr(task).startswith("<Task pending name='one'")
        assert task == task and task != asyncio.current_task()
        return await task

    assert run(main).result() == 1


def test_another_process_agrees():
    orders = [run(main, seed=3).result() for main in (done_order, cancel_order)]
    parts = ["import asyncio", "from grader.lab import run", f"COUNT = {COUNT}"]
    parts += map(inspect.getsource, [numbered, done_order, cancel_order])
    parts += ["print([run(main, seed=3).result() for main in (done_order, cancel_order)])"]
    there = subprocess.run(
        [sys.executable, "-c", "\n".join(parts)], capture_output=True, text=True, check=True
    )
    assert there.stdout == f"{orders}\n"
