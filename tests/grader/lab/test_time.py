"""The virtual clock is exact, and equal deadlines keep their order."""

import asyncio
import time

import pytest

from grader.lab import run
from grader.lab.clock import START_SECONDS


def value_of(main):
    return run(main).result()


# Exactness


def test_a_sleep_ends_at_its_deadline_to_the_last_bit():
    async def main():
        loop = asyncio.get_running_loop()
        for _ in range(1000):
            due = loop.time() + 0.1
            await asyncio.sleep(0.1)
            assert loop.time() == due

    assert run(main).makespan == pytest.approx(100, abs=1e-6)


@pytest.mark.parametrize("step", [0.1, 1 / 3, 0.7, 1e-3])
def test_a_loop_with_an_absolute_deadline_ends_after_one_sleep(step):
    async def main():
        loop = asyncio.get_running_loop()
        turns = 0
        for _ in range(100):
            deadline = loop.time() + step
            while loop.time() < deadline:
                await asyncio.sleep(deadline - loop.time())
                turns += 1
        return turns

    # A difference of floats may fall short by one bit; it never spins.
    assert 100 <= value_of(main) <= 200


@pytest.mark.parametrize("seconds", [1e-9, 1e-6, 86_401, 1e9])
def test_a_sleep_may_be_as_short_or_as_long_as_one_likes(seconds):
    async def main():
        loop = asyncio.get_running_loop()
        before = loop.time()
        await asyncio.sleep(seconds)
        return loop.time() == before + seconds

    assert value_of(main)


def test_a_sleep_shorter_than_the_clock_can_tell_takes_no_time():
    outcome = run(lambda: asyncio.sleep(1e-300))

    assert (outcome.error, outcome.makespan) == (None, 0)


def test_late_times_are_no_trap():
    async def main():
        await asyncio.sleep(1.7e9)
        async with asyncio.timeout(10):
            for _ in range(3):
                await asyncio.sleep(1e-9)
        return "through"

    assert value_of(main) == "through"


def test_a_year_of_seconds_needs_no_real_time():
    async def main():
        for _ in range(365):
            await asyncio.sleep(86_400)

    before = time.monotonic()
    assert run(main).makespan == 365 * 86_400
    assert time.monotonic() - before < 86_400


def test_a_timeout_beats_the_work_it_ties_with_when_it_was_made_first():
    async def main():
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(1):
                await asyncio.sleep(1)
        return asyncio.get_running_loop().time() - START_SECONDS

    assert value_of(main) == 1


# Ties and timers


def test_equal_deadlines_fire_in_the_order_of_making():
    async def main():
        order = []

        async def one(number):
            await asyncio.sleep(1)
            order.append(number)

        await asyncio.gather(*map(one, range(100)))
        return order

    assert value_of(main) == list(range(100))


def test_equal_deadlines_made_at_different_times_fire_in_the_order_of_making():
    async def main():
        loop = asyncio.get_running_loop()
        order = []
        deadline = loop.time() + 2
        loop.call_at(deadline, order.append, "first")
        await asyncio.sleep(1)
        loop.call_later(1, order.append, "second")
        loop.call_at(deadline, order.append, "third")
        await asyncio.sleep(1)
        await asyncio.sleep(0)
        return order

    assert value_of(main) == ["first", "second", "third"]


def test_a_deadline_in_the_past_fires_in_the_next_turn_and_time_stands():
    async def main():
        loop = asyncio.get_running_loop()
        fired = loop.create_future()
        loop.call_at(loop.time() - 5, lambda: fired.set_result(loop.time()))
        before = loop.time()
        return await fired == before == loop.time()

    assert value_of(main)


def test_a_negative_delay_fires_at_once():
    async def main():
        fired = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().call_later(-1, fired.set_result, None)
        await fired

    assert run(main).makespan == 0


def test_cancelled_timers_do_not_pile_up():
    async def main():
        loop = asyncio.get_running_loop()
        for _ in range(10_000):
            loop.call_later(3600, print).cancel()
        return len(loop._timers)

    assert value_of(main) <= 200


def test_cancelled_timers_do_not_pile_up_in_debug_mode():
    async def main():
        loop = asyncio.get_running_loop()
        loop.set_debug(True)
        for _ in range(1_000):
            loop.call_later(3600, print).cancel()
        return len(loop._timers), loop._timers.cancelled

    size, cancelled = value_of(main)
    assert size <= 200
    assert cancelled <= size


def test_timers_that_have_fired_are_not_counted_as_cancelled():
    async def main():
        for _ in range(500):
            await asyncio.sleep(1)
        return asyncio.get_running_loop()._timers.cancelled

    assert value_of(main) == 0


def test_a_cancelled_timer_never_moves_the_clock():
    async def main():
        asyncio.get_running_loop().call_later(3600, print).cancel()
        await asyncio.sleep(1)

    assert run(main).makespan == 1


def test_a_cancelled_timer_never_fires_when_its_neighbour_cancels_it():
    async def main():
        loop = asyncio.get_running_loop()
        fired = []
        loop.call_later(1, lambda: second.cancel())
        second = loop.call_later(1, fired.append, "second")
        await asyncio.sleep(2)
        return fired

    assert value_of(main) == []
