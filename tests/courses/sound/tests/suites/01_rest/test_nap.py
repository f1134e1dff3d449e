"""A nap takes its time and ends with a word."""

from grader.suite import catches, scenario

FREE = {
    "loop_never_blocked": "blocking",
}


@scenario
async def two_seconds(kata):
    return await kata.nap(2)


@catches("sleepless")
def test_it_takes_its_time(two_seconds):
    """A nap takes as long as was asked for."""
    assert two_seconds.makespan == 2, two_seconds.explain(2.0)


@catches("silent")
def test_it_says_so(two_seconds):
    """Whoever has slept says so."""
    assert two_seconds.value == "rested", two_seconds.explain("rested", got=two_seconds.value)
