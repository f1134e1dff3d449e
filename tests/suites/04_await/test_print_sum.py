"""Print sum: two lines at their times, one computation, its result and its error passed on."""

import asyncio
import re

from grader.run import Error
from grader.suite import Draw, catches, scenario

FREE = {
    "comes_to_an_end": ("blocks_on_its_own_loop",),
    "everything_awaited": ("no_await", "runs_the_loop_again"),
    "nothing_left_running": ("asks_too_early", "sleeps_and_hopes"),
    "one_loop": ("runs_the_loop_again",),
}


def plan(draw: Draw) -> tuple[int, int, float]:
    """Draw two numbers and how long their sum takes: longer than in the example."""
    return draw.number(10, 49), draw.number(50, 99), draw.pick((1.5, 2.25, 2.5, 3.75))


def two_sums(draw: Draw) -> list[tuple[int, int, float]]:
    """Draw two sums; the first one takes longer."""
    x, y, wait = plan(draw)
    return [(x, y, wait + 0.5), (x + 100, y + 100, wait)]


def start(x: int, y: int) -> str:
    """Return the line that comes first."""
    return f"Start compute {x} + {y} ..."


@scenario
async def one_sum(kata, draw, spy):
    """Compute one sum."""
    x, y, wait = plan(draw)

    @spy
    def say(line):
        pass

    @spy
    async def compute(x, y):
        await asyncio.sleep(wait)
        return x + y

    return await kata.print_sum(compute, x, y, say)


@scenario
async def on_a_clock_face(kata, draw, spy):
    """Compute on the face of a clock, where 10 + 5 is 3."""
    x, y, wait = plan(draw)

    @spy
    def say(line):
        pass

    @spy
    async def compute(x, y):
        await asyncio.sleep(wait)
        return (x + y) % 12

    return await kata.print_sum(compute, x, y, say)


@scenario
async def both_at_once(kata, draw, spy):
    """Compute two sums at the same time."""
    sums = two_sums(draw)
    waits = {x: wait for x, _, wait in sums}

    @spy
    def say(line):
        pass

    @spy
    async def compute(x, y):
        await asyncio.sleep(waits.get(x, 1))
        return x + y

    await asyncio.gather(*(kata.print_sum(compute, x, y, say) for x, y, _ in sums))


@scenario
async def compute_fails(kata, draw, spy, attempt, failure):
    """The computation fails."""
    x, y, wait = plan(draw)

    @spy
    def say(line):
        pass

    @spy
    async def compute(x, y):
        await asyncio.sleep(wait)
        raise failure("out of numbers")

    return await attempt(kata.print_sum(compute, x, y, say))


def marks(error: Error | None) -> set[str | None]:
    """Return the marks of an error and of all errors inside it; a group counts as what it holds."""
    return {error.mark}.union(*map(marks, error.inner)) if error else set()


def said(run) -> list[tuple[float, str]]:
    """Return the lines that were said, with their times, and without addresses of objects."""
    lines = [(call.called, str(call.args[0])) for call in run.calls("say")]
    return [(at, re.sub(" at 0x[0-9a-f]+", "", line)) for at, line in lines]


def told(lines) -> str:
    """Return timed lines as text."""
    return "; ".join(f"at {at:g} s: {line}" for at, line in lines) or "no line"


@catches(
    "says_start_late",
    "prints_instead",
    "visible_example",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_start_line_comes_at_once(one_sum):
    """The start line is said at once, before the result is there."""
    x, y, _ = plan(one_sum.draw)
    expected = [(0, start(x, y))]
    assert said(one_sum)[:1] == expected, one_sum.explain(
        told(expected),
        got=told(said(one_sum)[:1]),
        because="this line should be seen before the wait",
    )


@catches(
    "no_await",
    "prints_instead",
    "visible_example",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_result_line_comes_when_it_is_done(one_sum):
    """The last line tells the result, at the moment when compute is done."""
    x, y, wait = plan(one_sum.draw)
    expected = [(wait, f"{x} + {y} = {x + y}")]
    assert said(one_sum)[-1:] == expected, one_sum.explain(
        told(expected), got=told(said(one_sum)[-1:]), because=f"compute takes {wait} s"
    )


@catches(
    "says_the_line_of_compute",
    "prints_instead",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_says_two_lines(one_sum):
    """Two lines are said, no more."""
    lines = said(one_sum)
    assert len(lines) == 2, one_sum.explain(2, got=len(lines), because=told(lines))


@catches(
    "no_await",
    "forgets_the_return",
    "visible_example",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_returns_the_sum(one_sum):
    """The sum is returned."""
    x, y, _ = plan(one_sum.draw)
    assert one_sum.value == x + y, one_sum.explain(x + y, f"{x} + {y}", got=one_sum.value)


@catches(
    "no_await",
    "computes_twice",
    "visible_example",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_computes_once(one_sum):
    """compute runs once, with the numbers that were given."""
    x, y, _ = plan(one_sum.draw)
    ran = [call.args for call in one_sum.calls("compute") if call.outcome == "returned"]
    assert ran == [(x, y)], one_sum.explain(
        [(x, y)], got=ran, because="these are the computations that ran to their end"
    )


@catches(
    "no_await",
    "forgets_the_return",
    "adds_by_itself",
    "visible_example",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_passes_on_what_compute_returned(on_a_clock_face):
    """The result is what compute returned, also when it counts on the face of a clock."""
    x, y, _ = plan(on_a_clock_face.draw)
    assert on_a_clock_face.value == (x + y) % 12, on_a_clock_face.explain(
        (x + y) % 12,
        f"({x} + {y}) % 12",
        got=on_a_clock_face.value,
        because="that is what compute returned",
    )


@catches(
    "no_await",
    "says_start_late",
    "computes_twice",
    "prints_instead",
    "visible_example",
    "holds_a_lock",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_two_sums_overlap(both_at_once):
    """Two sums at the same time: both start at once, and each result comes at its own time."""
    sums = two_sums(both_at_once.draw)
    expected = [(0, start(x, y)) for x, y, _ in sums]
    expected += [(wait, f"{x} + {y} = {x + y}") for x, y, wait in reversed(sums)]
    lines = said(both_at_once)
    for at, line in expected:
        got = [each for each in lines if each[1] == line]
        assert (at, line) in lines, both_at_once.explain(
            told([(at, line)]), got=told(got), because="while one waits, the other one can run"
        )
    longer, shorter = (wait for _, _, wait in sums)
    assert both_at_once.makespan == longer, both_at_once.explain(
        longer, f"max({longer}, {shorter})"
    )


@catches(
    "no_await",
    "hides_the_error",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_error_of_compute_comes_out(compute_fails):
    """When compute fails, your caller gets its error."""
    assert "out of numbers" in marks(compute_fails.value.error), compute_fails.explain(
        "RuntimeError: out of numbers",
        got=compute_fails.value,
        because="the error of compute goes through you to your caller",
    )


@catches(
    "no_await",
    "says_result_anyway",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_no_result_line_after_an_error(compute_fails):
    """When compute fails, no result line is said."""
    outcome = compute_fails.calls("compute")[0].outcome
    assert outcome == "raised", compute_fails.explain(
        "compute raised", got=f"compute {outcome}", because="compute was not run to its end"
    )
    lines = [line for _, line in said(compute_fails) if "=" in line]
    assert lines == [], compute_fails.explain(
        "no result line", got="; ".join(lines), because="compute failed"
    )
