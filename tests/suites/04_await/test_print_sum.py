"""Print sum: two lines at their times, one computation, its result and its error passed on."""

import asyncio
import re

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


def add(x: int, y: int) -> int:
    """Return what the given `compute` makes of two numbers."""
    return x + y


@scenario
async def one_sum(kata, draw, spy, work):
    """Compute one sum."""
    x, y, wait = plan(draw)
    compute = work("compute", wait, gives=add)
    return await kata.print_sum(compute, x, y, spy(lambda line: None, name="say"))


@scenario
async def on_a_clock_face(kata, draw, spy, work):
    """Compute on the face of a clock, where 10 + 5 is 3."""
    x, y, wait = plan(draw)
    compute = work("compute", wait, gives=lambda x, y: (x + y) % 12)
    return await kata.print_sum(compute, x, y, spy(lambda line: None, name="say"))


@scenario
async def both_at_once(kata, draw, spy, work):
    """Compute two sums at the same time."""
    sums = two_sums(draw)
    compute = work("compute", {x: wait for x, _, wait in sums}, gives=add)
    say = spy(lambda line: None, name="say")
    await asyncio.gather(*(kata.print_sum(compute, x, y, say) for x, y, _ in sums))


@scenario
async def compute_fails(kata, draw, spy, work, attempt, failure):
    """The computation fails."""
    x, y, wait = plan(draw)
    compute = work("compute", wait, fails=failure("out of numbers"))
    say = spy(lambda line: None, name="say")
    return await attempt(kata.print_sum(compute, x, y, say))


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
    one_sum.expect(" ".join(first) or "no line", start(x, y))


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
    one_sum.expect(" ".join(last) or "no line", expected)


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
    one_sum.expect(len(lines), 2, because=told(lines) if lines else "")


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
    one_sum.gives(x + y, because=f"{x} + {y} is {x + y}")


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
    one_sum.expect(len(ran), 1, because="this is how often it ran to its end")


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
    one_sum.expect((given or ["no call"])[0], (x, y))


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
    on_a_clock_face.gives((x + y) % 12, because=f"here compute gave ({x} + {y}) % 12")


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
    both_at_once.expect(started[:2], [0.0, 0.0], because="this is when compute started")
    both_at_once.takes(longer, f"max({longer:g}, {shorter:g})")


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
    why = "compute raised it" if raised else "compute was not run to its end"
    compute_fails.raises("out of numbers", because=why)


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
    compute_fails.expect(f"compute {(outcomes or ['not called'])[0]}", "compute raised")
    lines = [line for _, line in said(compute_fails) if "=" in line]
    compute_fails.expect("; ".join(lines) or "no result line", "no result line")
