"""Checks of roll_call."""

import asyncio

from grader.suite import catches, scenario

FREE = {
    "nothing_left_running": "last_one_is_slowest",
}


@scenario
async def all_take_a_second(kata, draw, spy):
    @spy
    async def ask(name):
        await asyncio.sleep(1)
        return name.upper()

    return await kata.roll_call(ask, draw.names(4))


@scenario(schedules=4)
async def some_take_longer(kata, draw, spy, latency):
    @spy
    async def ask(name):
        await asyncio.sleep(latency(1, 2))
        return name.upper()

    return await kata.roll_call(ask, draw.names(2))


@catches("arrival_order")
def test_answers_follow_the_names(all_take_a_second):
    """The answers stand in the order of the names."""
    expected = [name.upper() for name in all_take_a_second.draw.names(4)]
    got = all_take_a_second.value
    assert got == expected, all_take_a_second.explain(expected, got=got)


@catches("arrival_order last_one_is_slowest")
def test_the_slowest_answer_is_waited_for(some_take_longer):
    """Also the slowest answer is waited for, and stands in its place."""
    expected = [name.upper() for name in some_take_longer.draw.names(2)]
    got = some_take_longer.value
    assert got == expected, some_take_longer.explain(expected, got=got)
