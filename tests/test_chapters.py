"""What the chapters' pages say is so, on the Python at hand; each test is a sentence of theirs."""

from __future__ import annotations

import asyncio
import contextvars
import gc
import threading
import time
from contextlib import suppress

import pytest

from grader import lab


@pytest.fixture
def said() -> list[str]:
    """What the programs below say, in order."""
    return []


@pytest.fixture
def nap(said):
    async def nap(seconds, name="nap", error=None):
        await asyncio.sleep(seconds)
        said.append(name)
        if error is not None:
            raise error
        return name

    return nap


@pytest.fixture
def straight(said):
    """Return a coroutine function that never waits."""

    async def straight(name="straight"):
        said.append(name)
        return name

    return straight


def now() -> float:
    return asyncio.get_running_loop().time()


# 1. Sync or async?


def test_what_blocks_in_a_coroutine_blocks_everybody():
    async def blocking():
        time.sleep(1)

    async def both():
        await asyncio.gather(blocking(), blocking())

    assert lab.run(both).makespan == 2  # there time.sleep is virtual, too


async def test_two_awaits_run_one_after_the_other(nap):
    began = now()
    await nap(1)
    await nap(1)
    assert now() - began == 2


# 2. Coroutines


async def test_a_call_starts_nothing(straight, said):
    made = straight()
    assert said == []
    assert await made == "straight"


async def test_a_coroutine_object_runs_once(straight):
    made = straight()
    await made
    with pytest.raises(RuntimeError, match="cannot reuse already awaited coroutine"):
        await made


async def test_a_task_may_be_awaited_again_and_again(straight):
    task = asyncio.create_task(straight())
    assert [await task, await task] == ["straight", "straight"]


async def test_a_task_begins_when_its_maker_pauses(straight, said):
    task = asyncio.create_task(straight("task"))
    await straight()
    assert said == ["straight"]
    await asyncio.sleep(0)
    assert said == ["straight", "task"]
    await task


async def test_a_forgotten_coroutine_is_a_warning_and_no_error(straight):
    with pytest.warns(RuntimeWarning, match="was never awaited"):
        straight()
        gc.collect()


async def test_a_task_that_nobody_keeps_may_vanish_half_done(said):
    asyncio.get_running_loop().set_exception_handler(lambda _, told: said.append(told["message"]))

    async def waits_for_what_only_it_knows():
        await asyncio.get_running_loop().create_future()

    asyncio.create_task(waits_for_what_only_it_knows())  # noqa: RUF006  # nobody keeps it: the point
    await asyncio.sleep(0)
    gc.collect()
    assert said == ["Task was destroyed but it is pending!"]


# 3. The event loop


async def test_sleeping_for_no_time_gives_everybody_a_turn(straight, said):
    tasks = [asyncio.create_task(straight(name)) for name in "abc"]
    began = now()
    await asyncio.sleep(0)
    assert (said, now() - began) == (["a", "b", "c"], 0)
    await asyncio.gather(*tasks)


async def test_a_callback_runs_on_the_loop_later(said):
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda _: said.append(threading.current_thread().name))
    future.set_result(None)
    assert said == []
    await asyncio.sleep(0)
    assert said == [threading.current_thread().name]


async def test_no_loop_runs_inside_another(straight):
    made = straight()
    with pytest.raises(RuntimeError, match="cannot be called from a running event loop"):
        asyncio.run(made)
    made.close()


# 4. await


async def test_what_need_not_wait_gives_nobody_a_turn(straight, said):
    task = asyncio.create_task(straight("somebody else"))
    queue: asyncio.Queue[int] = asyncio.Queue()
    queue.put_nowait(1)
    async with asyncio.Lock():
        await queue.get()
    assert said == []
    await task


async def test_a_task_runs_before_it_is_awaited(nap):
    began = now()
    task = asyncio.create_task(nap(1))
    await asyncio.sleep(1)
    await task
    assert now() - began == 1


@pytest.mark.parametrize(("caught", "goes_on"), [(Exception, False), (BaseException, True)])
async def test_a_cancel_is_no_exception_but_a_base_exception(caught, goes_on):
    async def careless():
        with suppress(caught):
            await asyncio.sleep(1)

    task = asyncio.create_task(careless())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    assert task.cancelled() is not goes_on


# 5. Combining coroutines


async def test_gather_gives_the_first_error_at_once_and_leaves_the_others_alone(nap, said):
    told = []
    asyncio.get_running_loop().set_exception_handler(lambda *all_of_it: told.append(all_of_it))
    began = now()
    with pytest.raises(ValueError, match="first"):
        await asyncio.gather(
            nap(1, "a", ValueError("first")), nap(2, "b", ValueError("second")), nap(3, "c")
        )
    assert now() - began == 1
    await asyncio.sleep(5)
    gc.collect()
    assert (said, told) == (["a", "b", "c"], [])


async def test_a_group_cancels_the_others_and_waits_for_them(nap, said):
    async def tidy():
        try:
            await asyncio.sleep(9)
        finally:
            await nap(1, "tidied")

    with pytest.raises(ExceptionGroup):
        async with asyncio.TaskGroup() as group:
            group.create_task(tidy())
            group.create_task(nap(1, "failed", ValueError()))
    assert said == ["failed", "tidied"]


async def test_gather_takes_arguments_and_no_list(straight):
    made = straight()
    with pytest.raises(TypeError):
        await asyncio.gather([made])
    made.close()


async def test_wait_takes_tasks_only_and_raises_nothing(nap, straight):
    made = straight()
    with pytest.raises(TypeError, match="use tasks explicitly"):
        await asyncio.wait([made])
    made.close()
    done, _ = await asyncio.wait([asyncio.create_task(nap(1, "x", ValueError()))])
    assert isinstance(done, set)
    assert isinstance(done.pop().exception(), ValueError)


async def test_the_first_completed_may_be_several(nap):
    tasks = [asyncio.create_task(nap(1)) for _ in range(2)]
    done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    assert len(done) == 2


async def test_an_exception_that_is_returned_looks_like_one_that_is_raised(nap):
    async def returns():
        return ValueError("returned")

    got = await asyncio.gather(returns(), nap(0, "x", ValueError("raised")), return_exceptions=True)
    assert [type(each) for each in got] == [ValueError, ValueError]


async def test_each_task_has_a_copy_of_the_context():
    variable = contextvars.ContextVar("variable", default="outside")

    async def change():
        variable.set("inside")

    await asyncio.create_task(change())
    assert variable.get() == "outside"


# 6. Semaphores and locks


async def test_a_place_that_is_not_given_back_is_gone():
    places = asyncio.Semaphore(1)

    async def careless():
        await places.acquire()
        raise ValueError

    with pytest.raises(ValueError):
        await careless()
    assert places.locked()


async def test_one_release_too_many_lets_one_more_in():
    places = asyncio.Semaphore(1)
    places.release()
    await places.acquire()
    assert not places.locked()
    with pytest.raises(ValueError):
        asyncio.BoundedSemaphore(1).release()
    with pytest.raises(RuntimeError):
        asyncio.Lock().release()


async def test_who_checks_waits_and_acts_is_not_alone(nap):
    left = [100]

    async def take():
        if left[0] >= 100:
            await nap(1)
            left[0] -= 100

    await asyncio.gather(take(), take())
    assert left == [-100]


async def test_three_places_of_an_eighth_of_a_second_are_24_a_second(nap):
    places = asyncio.Semaphore(3)
    began = now()

    async def one():
        async with places:
            await nap(0.125)

    await asyncio.gather(*(one() for _ in range(24)))
    assert now() - began == 1
