"""One time for everything inside a world, real time for everybody else, and nothing left behind."""

import asyncio
import datetime
import queue
import sys
import threading
import time
import types
from time import monotonic, perf_counter, sleep, time_ns

import pytest

from grader.lab import VirtualLoop, run, world
from grader.lab.clock import EPOCH_SECONDS, START_SECONDS


def value_of(main):
    return run(main).result()


# One time for everything


def test_every_clock_moves_with_the_loop():
    def clocks():
        loop = asyncio.get_running_loop()
        return {
            "loop": loop.time(),
            "time": time.time(),
            "monotonic": time.monotonic(),
            "perf_counter": time.perf_counter(),
            "time_ns": time.time_ns() / 1e9,
            "monotonic_ns": time.monotonic_ns() / 1e9,
            "perf_counter_ns": time.perf_counter_ns() / 1e9,
            "datetime.now": datetime.datetime.now().timestamp(),
            "datetime.now(utc)": datetime.datetime.now(datetime.UTC).timestamp(),
            "monotonic by name": monotonic(),
            "perf_counter by name": perf_counter(),
            "time_ns by name": time_ns() / 1e9,
        }

    async def main():
        before = clocks()
        await asyncio.sleep(2.5)
        time.sleep(0.25)
        after = clocks()
        return {name: after[name] - before[name] for name in before}

    assert value_of(main) == pytest.approx(dict.fromkeys(value_of(main), 2.75), abs=1e-5)


def test_monotonic_and_perf_counter_are_the_loops_own_time():
    async def main():
        await asyncio.sleep(0.1)
        return time.monotonic() == time.perf_counter() == asyncio.get_running_loop().time()

    assert value_of(main)


@pytest.mark.filterwarnings("ignore:datetime.datetime.utcnow:DeprecationWarning")
def test_the_calendar_begins_with_2030_and_turns_its_pages():
    async def main():
        first = datetime.datetime.now(datetime.UTC), datetime.datetime.utcnow()
        await asyncio.sleep(36 * 3600)
        return *first, datetime.datetime.utcnow(), time.time(), time.gmtime()[:3]

    aware, naive, later, seconds, day = value_of(main)
    assert aware.replace(tzinfo=None) == naive == datetime.datetime(2030, 1, 1)
    assert later == datetime.datetime(2030, 1, 2, 12)
    assert seconds == EPOCH_SECONDS + 36 * 3600
    assert day == (2030, 1, 2)


def test_today_is_the_virtual_day():
    async def main():
        before = datetime.date.today()
        await asyncio.sleep(86_400 * 3)
        return (datetime.date.today() - before).days, str(datetime.datetime.today().date())

    days, today = value_of(main)
    assert days == 3
    assert today.startswith("2030-01-")


def test_a_sleep_imported_by_name_is_virtual_too():
    async def main():
        sleep(7200)

    outcome = run(main)

    assert outcome.makespan == 7200
    assert [block.seconds for block in outcome.blocked] == [7200]


def test_threads_of_the_program_see_virtual_time():
    def read():
        return time.monotonic(), datetime.datetime.now().timestamp() - time.time(), time.gmtime()[0]

    async def main():
        await asyncio.sleep(5)
        return await asyncio.to_thread(read)

    seconds, difference, year = value_of(main)
    assert seconds == START_SECONDS + 5
    assert difference == pytest.approx(0, abs=1e-5)
    assert year == 2030


def test_a_thread_whose_very_function_asks_for_the_date_gets_the_virtual_one():
    async def main():
        dates = []
        thread = threading.Thread(
            target=lambda: dates.append((time.gmtime()[0], time.localtime()[0]))
        )
        thread.start()
        thread.join()
        return dates

    assert value_of(main) in ([(2030, 2030)], [(2030, 2029)])


# What stays real


def test_other_threads_keep_real_time():
    answers = queue.SimpleQueue()
    questions = queue.SimpleQueue()

    def other():
        while questions.get():
            answers.put((time.monotonic(), time.time(), datetime.datetime.now().year))

    thread = threading.Thread(target=other)
    thread.start()

    async def main():
        await asyncio.sleep(1e6)
        questions.put(True)
        return answers.get()

    real = time.monotonic()
    seen, calendar, year = value_of(main)
    questions.put(False)
    thread.join()
    assert real <= seen <= time.monotonic()
    assert abs(calendar - time.time()) < 3600
    assert year == datetime.datetime.now().year


def test_code_outside_a_run_keeps_real_time_while_a_world_is_installed():
    before = time.monotonic(), time.time(), datetime.datetime.now()
    with world():
        inside = time.monotonic(), time.time(), datetime.datetime.now()
        time.sleep(0)
    after = time.monotonic(), time.time(), datetime.datetime.now()

    for earlier, middle, later in zip(before, inside, after, strict=True):
        assert earlier <= middle <= later


def replaced_things():
    modules = (time, datetime, threading, queue, threading.Thread, sys.modules[__name__])
    return {
        (module.__name__, name): value
        for module in modules
        for name, value in vars(module).items()
        if callable(value) or value is None
    }


def test_a_world_restores_everything_it_replaced():
    before = replaced_things()

    run(lambda: asyncio.sleep(1))

    after = replaced_things()
    assert {key: after.get(key) for key in before} == before


def test_a_world_restores_everything_when_the_program_fails():
    before = replaced_things()

    with pytest.raises(ZeroDivisionError), world():
        raise ZeroDivisionError

    assert replaced_things() == before


def test_worlds_may_be_nested():
    with world():
        with world():
            inner = time.sleep
        assert time.sleep is inner
    assert time.sleep is not inner


def test_a_module_that_was_loaded_inside_gets_the_real_clocks_afterwards():
    module = types.ModuleType("loaded_inside")
    source = "from time import monotonic, sleep, time\nfrom datetime import datetime\n"
    try:
        with world():
            sys.modules["loaded_inside"] = module
            exec(source, vars(module))
            assert module.monotonic is time.monotonic
        assert module.monotonic is time.monotonic
        assert module.time is time.time
        assert module.sleep is time.sleep
        assert module.datetime is datetime.datetime
    finally:
        del sys.modules["loaded_inside"]


def test_the_loop_alone_needs_no_world():
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        before = time.monotonic()
        runner.run(asyncio.sleep(1e6))
        assert runner.get_loop().time() == START_SECONDS + 1e6
        assert time.monotonic() - before < 1e6
