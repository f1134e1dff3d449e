"""Checks of add_slowly."""

from grader.suite import catches, scenario

FREE = {
    "loop_never_blocked": "sleeps_the_thread",
}

LATENCY = {"left": 1, "right": 2}


def numbers(draw):
    return draw.number(1, 50), draw.number(51, 99)


@scenario
async def two_numbers(kata, spy, draw):
    import asyncio

    values = dict(zip(LATENCY, numbers(draw), strict=True))

    @spy
    async def fetch(name):
        await asyncio.sleep(LATENCY[name])
        return values[name]

    return await kata.add(fetch, "left", "right")


@catches("returns_nothing wrong_sum")
def test_sum_is_returned(two_numbers):
    """The sum of both numbers
    is returned.

    This second paragraph is for authors.
    """
    total = sum(numbers(two_numbers.draw))
    assert two_numbers.value == total, two_numbers.explain(total, got=two_numbers.value)


@catches("awaits_each_task one_after_the_other returns_nothing sleeps_the_thread")
def test_both_are_asked_at_once(two_numbers):
    """Both numbers are asked for at once."""
    assert two_numbers.makespan == 2, two_numbers.explain(
        2, "max(1, 2)", because="the second number is asked for after the first came"
    )


@catches("returns_nothing")
def test_each_is_asked_once(two_numbers):
    """Each number is asked for once."""
    assert len(two_numbers.calls("fetch")) == 2, "`fetch` is to be called once for each number."
