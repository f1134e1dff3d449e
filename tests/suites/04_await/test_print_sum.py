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
    waits = {x + y: wait for x, y, wait in sums}

    @spy
    def say(line):
        pass

    @spy
    async def compute(x, y):
        await asyncio.sleep(waits.get(x + y, sums[0][-1]))
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


def numbers(line: str) -> list[int]:
    """Return the numbers in a line, whatever its words."""
    return [int(digits) for digits in re.findall(r"\d+", line)]


@catches(
    "prints_instead",
    "visible_example",
    "start_line_in_own_words",
    "forgets_the_f",
    "shortens_both_lines",
    "awaits_say",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_words_of_the_start_line(one_sum):
    """The first line is, to the letter, "Start compute x + y ..."."""
    x, y, _ = plan(one_sum.draw)
    first = [line for _, line in said(one_sum)][:1]
    assert first == [start(x, y)], one_sum.explain(start(x, y), got=" ".join(first) or "no line")


@catches(
    "says_start_late",
    "prints_instead",
    "awaits_say",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_start_line_comes_at_once(one_sum):
    """The first line is said at once, before the wait."""
    lines = said(one_sum)
    assert lines, one_sum.explain("a line at 0 s", got="no line")
    assert lines[0][0] == 0, one_sum.explain(
        "a line at 0 s", got=told(lines[:1]), because="nothing was said before the wait"
    )


@catches(
    "no_await",
    "prints_instead",
    "visible_example",
    "result_line_in_own_words",
    "forgets_the_f",
    "shortens_both_lines",
    "says_done",
    "awaits_say",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_words_of_the_result_line(one_sum):
    """The last line is, to the letter, "x + y = result"."""
    x, y, _ = plan(one_sum.draw)
    expected = f"{x} + {y} = {x + y}"
    last = [line for _, line in said(one_sum)][-1:]
    assert last == [expected], one_sum.explain(expected, got=" ".join(last) or "no line")


@catches(
    "no_await",
    "prints_instead",
    "awaits_say",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_result_line_comes_when_it_is_done(one_sum):
    """The last line is said at the moment when compute is done."""
    _, _, wait = plan(one_sum.draw)
    lines = said(one_sum)
    assert lines, one_sum.explain(f"a line at {wait:g} s", got="no line")
    assert lines[-1][0] == wait, one_sum.explain(
        f"a line at {wait:g} s", got=told(lines[-1:]), because=f"compute takes {wait:g} s"
    )


@catches(
    "says_the_line_of_compute",
    "says_done",
    "prints_instead",
    "awaits_say",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_says_two_lines(one_sum):
    """Two lines are said, no more."""
    lines = said(one_sum)
    assert len(lines) == 2, one_sum.explain(2, got=len(lines), because=told(lines) if lines else "")


@catches(
    "no_await",
    "forgets_the_return",
    "returns_what_say_returns",
    "visible_example",
    "awaits_say",
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
    "awaits_say",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_computes_once(one_sum):
    """compute runs to its end once."""
    ran = [call for call in one_sum.calls("compute") if call.outcome == "returned"]
    assert len(ran) == 1, one_sum.explain(
        1, got=len(ran), because="this is how often it ran to its end"
    )


@catches(
    "swaps_the_numbers",
    "visible_example",
    "awaits_say",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_computes_with_the_given_numbers(one_sum):
    """compute gets x and y, in this order."""
    x, y, _ = plan(one_sum.draw)
    given = [(*call.args, *call.kwargs.values()) for call in one_sum.calls("compute")]
    assert given[0:1] == [(x, y)], one_sum.explain((x, y), got=(given or ["no call"])[0])


@catches(
    "no_await",
    "forgets_the_return",
    "returns_what_say_returns",
    "adds_by_itself",
    "visible_example",
    "awaits_say",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_passes_on_what_compute_returned(on_a_clock_face):
    """The result is what compute returned, also when it counts on the face of a clock."""
    x, y, _ = plan(on_a_clock_face.draw)
    assert on_a_clock_face.value == (x + y) % 12, on_a_clock_face.explain(
        (x + y) % 12, f"({x} + {y}) % 12", got=on_a_clock_face.value
    )


@catches(
    "no_await",
    "computes_twice",
    "holds_a_lock",
    "awaits_say",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_two_sums_overlap(both_at_once):
    """Two sums at the same time: both computations start at once, and their waits overlap."""
    (_, _, longer), (_, _, shorter) = two_sums(both_at_once.draw)
    started = [call.started for call in both_at_once.calls("compute") if call.started is not None]
    assert started[:2] == [0, 0], both_at_once.explain(
        "computations that start at 0 s and at 0 s",
        got=" and ".join(f"{at:g} s" for at in started) or "no computation",
    )
    assert both_at_once.makespan == longer, both_at_once.explain(
        longer, f"max({longer}, {shorter})"
    )


@catches(
    "no_await",
    "prints_instead",
    "visible_example",
    "forgets_the_f",
    "shared_numbers",
    "awaits_say",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_two_sums_stay_apart(both_at_once):
    """Two sums at the same time: each tells its own numbers."""
    lines = [line for _, line in said(both_at_once)]
    heard = [numbers(line) for line in lines]
    for x, y, _ in two_sums(both_at_once.draw):
        for wanted, what in (([x, y], f"{x} + {y}"), ([x, y, x + y], f"{x} + {y} = {x + y}")):
            assert wanted in heard, both_at_once.explain(
                f"a line with {what}", got="; ".join(lines) or "no line"
            )


@catches(
    "no_await",
    "hides_the_error",
    "awaits_say",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_error_of_compute_comes_out(compute_fails):
    """When compute fails, your caller gets its error."""
    raised = any(call.outcome == "raised" for call in compute_fails.calls("compute"))
    assert "out of numbers" in marks(compute_fails.value.error), compute_fails.explain(
        "RuntimeError: out of numbers",
        got=compute_fails.value,
        because="compute raised the RuntimeError" if raised else "compute was not run to its end",
    )


@catches(
    "no_await",
    "says_result_anyway",
    "awaits_say",
    "asks_too_early",
    "sleeps_and_hopes",
    "runs_the_loop_again",
    "blocks_on_its_own_loop",
)
def test_no_result_line_after_an_error(compute_fails):
    """When compute fails, no result line is said."""
    outcomes = [call.outcome for call in compute_fails.calls("compute")]
    assert "raised" in outcomes, compute_fails.explain(
        "compute raised", got=f"compute {outcomes[0]}" if outcomes else "no call of compute"
    )
    lines = [line for _, line in said(compute_fails) if "=" in line]
    assert lines == [], compute_fails.explain(
        "no result line", got="; ".join(lines), because="compute failed"
    )
