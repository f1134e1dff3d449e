"""Every clock of the standard library tells the loop's time; sleeping moves it."""

import asyncio
import datetime
import sched
import time
from time import monotonic as clock_by_name

import pytest

from grader.lab import run

HOUR = 3600
row = pytest.mark.row


READINGS = [
    pytest.param(lambda: time.time(), marks=row("time.time")),
    pytest.param(lambda: time.time_ns() / 1e9, marks=row("time.time")),
    pytest.param(lambda: time.monotonic(), marks=row("time.monotonic, time.perf_counter")),
    pytest.param(lambda: time.monotonic_ns() / 1e9, marks=row("time.monotonic, time.perf_counter")),
    pytest.param(lambda: time.perf_counter(), marks=row("time.monotonic, time.perf_counter")),
    pytest.param(
        lambda: time.perf_counter_ns() / 1e9, marks=row("time.monotonic, time.perf_counter")
    ),
    pytest.param(lambda: clock_by_name(), marks=row("from time import monotonic")),
    pytest.param(lambda: time.clock_gettime(time.CLOCK_MONOTONIC), marks=row("time.clock_gettime")),
    pytest.param(lambda: time.clock_gettime(time.CLOCK_REALTIME), marks=row("time.clock_gettime")),
    pytest.param(
        lambda: time.clock_gettime_ns(time.CLOCK_MONOTONIC) / 1e9, marks=row("time.clock_gettime")
    ),
    pytest.param(lambda: time.mktime(time.localtime()), marks=row("time.localtime, time.strftime")),
    pytest.param(lambda: time.mktime(time.gmtime()), marks=row("time.localtime, time.strftime")),
    pytest.param(lambda: float(time.strftime("%s")), marks=row("time.localtime, time.strftime")),
    pytest.param(
        lambda: time.mktime(time.strptime(time.ctime())), marks=row("time.localtime, time.strftime")
    ),
    pytest.param(
        lambda: time.mktime(time.strptime(time.asctime())),
        marks=row("time.localtime, time.strftime"),
    ),
    pytest.param(
        lambda: datetime.datetime.now().timestamp(), marks=row("datetime.now, datetime.today")
    ),
    pytest.param(
        lambda: datetime.datetime.today().timestamp(), marks=row("datetime.now, datetime.today")
    ),
    pytest.param(
        lambda: datetime.datetime.now(datetime.UTC).timestamp(),
        marks=row("datetime.now, datetime.today"),
    ),
    pytest.param(
        lambda: datetime.datetime.combine(datetime.date.today(), datetime.time()).timestamp(),
        marks=row("date.today"),
    ),
    pytest.param(lambda: asyncio.get_running_loop().time(), marks=row("loop.time")),
]


@pytest.mark.parametrize("reading", READINGS)
def test_a_clock_goes_with_the_loop(reading):
    async def main():
        await asyncio.sleep(0.75)  # to whole seconds: a day begins at its first
        before = reading()
        await asyncio.sleep(24 * HOUR)
        return reading() - before

    assert run(main).result() == pytest.approx(24 * HOUR, abs=1e-6)


@row("datetime.now, datetime.today")
def test_the_calendar_begins_with_2030():
    async def main():
        return datetime.datetime.now(datetime.UTC).isoformat()

    assert run(main).result() == "2030-01-01T00:00:00+00:00"


@row("time.process_time, time.thread_time")
@pytest.mark.parametrize("clock", [time.process_time, time.thread_time])
def test_processor_time_is_real(clock):
    async def main():
        before = clock()
        await asyncio.sleep(HOUR)
        return clock() - before

    assert run(main).result() < HOUR


@row("time.sleep")
def test_sleeping_on_the_loops_thread_moves_the_clock_and_is_recorded():
    async def main():
        time.sleep(3)

    outcome = run(main)
    assert outcome.makespan == 3
    assert [(block.seconds, block.what) for block in outcome.blocked] == [(3, "time.sleep")]


@row("time.sleep")
@pytest.mark.parametrize("seconds", [-1, float("nan"), float("inf")])
@pytest.mark.parametrize("place", [asyncio.to_thread, None])
def test_a_sleep_that_cannot_be_is_refused_as_ever(seconds, place):
    async def main():
        if place is None:
            time.sleep(seconds)
        else:
            await place(time.sleep, seconds)

    with pytest.raises((ValueError, OverflowError)) as real:
        time.sleep(seconds)
    error = run(main).error
    assert (type(error), str(error)) == (real.type, str(real.value))


@row("time.monotonic, time.perf_counter")
@pytest.mark.parametrize("place", [asyncio.to_thread, None])
def test_who_asks_the_clock_until_it_is_time_comes_to_an_end(place):
    def work():
        began = time.monotonic()
        while time.monotonic() < began + 2:
            pass

    async def main():
        if place is None:
            work()
        else:
            await place(work)

    outcome = run(main)
    assert 2 <= outcome.makespan < 2.01
    told = [(block.seconds, block.what) for block in outcome.blocked]
    assert told == ([] if place else [(outcome.makespan, "asking for the time")])


@row("sched.scheduler")
def test_a_scheduler_of_sched_runs_in_virtual_time():
    def work():
        told = []
        scheduler = sched.scheduler(time.monotonic, time.sleep)
        began = time.monotonic()
        for delay in (2, 1):
            scheduler.enter(delay, 1, lambda: told.append(time.monotonic() - began))
        scheduler.run()
        return told

    assert run(lambda: asyncio.to_thread(work)).result() == [1, 2]
