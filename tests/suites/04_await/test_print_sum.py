"""Print sum: two lines at their times, one computation, its result and its error passed on."""

import asyncio
import itertools
import re

from grader.suite import Draw, catches, scenario

FREE = {
    "comes_to_an_end": "blocks_on_its_own_loop",
    "everything_awaited": "no_await runs_the_loop_again",
    "nothing_left_running": "asks_too_early returns_the_task sleeps_and_hopes",
    "one_loop": "runs_the_loop_again",
}


def plan(draw: Draw) -> tuple[int, int, float]:
    """Draw two numbers, the greater one first, and how long their sum takes."""
    # Longer than in the example, and no time at which somebody looks who looks now and then.
    return draw.number(50, 99), draw.number(10, 49), draw.pick((1.625, 2.375, 2.875, 3.625))


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


@scenario(schedules=2)
async def no_time(kata, draw, spy, note):
    """Compute the same twice, without waiting: it is 0 at first, and then 7."""
    x, y, _ = plan(draw)
    lines, answers = [], itertools.chain([0], itertools.repeat(7))

    async def compute(x, y):
        return next(answers)

    first = await kata.print_sum(spy(compute), x, y, spy(lines.append, name="say"))
    note("said", [clean(line) for line in lines])
    return [first, await kata.print_sum(spy(compute), x, y, spy(lines.append, name="say"))]


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


def clean(line) -> str:
    """Return a line without addresses of objects."""
    return re.sub("<Task .*>", "<Task>", re.sub(" at 0x[0-9a-f]+", "", str(line)))


def said(run) -> list[tuple[float, str]]:
    """Return the lines that were said, with their times."""
    return [(call.called, clean(call.args[0])) for call in run.calls("say")]


def told(lines) -> str:
    """Return timed lines as text."""
    return "; ".join(f"at {at:g} s: {line}" for at, line in lines) or "no line"


def words(run) -> str:
    """Return the lines that were said as text, without their times."""
    return "; ".join(line for _, line in said(run)) or "no line"


def numbers(line: str) -> list[int]:
    """Return the numbers in a line, whatever its words."""
    return [int(digits) for digits in re.findall(r"\d+", line)]


@catches(
    "asks_too_early awaits_say blocks_on_its_own_loop forgets_the_f prints_instead"
    " runs_the_loop_again says_start_late shortens_both_lines sleeps_and_hopes sorts_the_numbers"
    " start_line_in_own_words visible_example"
)
def test_the_start_line(one_sum):
    """The first line is, to the letter, "Start compute x + y ...", and is said at once."""
    x, y, _ = plan(one_sum.draw)
    first = said(one_sum)[:1]
    late = "nothing was said before the wait" if first and first[0][0] > 0 else ""
    one_sum.expect(told(first), told([(0, start(x, y))]), because=late)


@catches(
    "asks_too_early awaits_say blocks_on_its_own_loop forgets_the_f looks_now_and_then no_await"
    " prints_instead result_line_in_own_words returns_the_task runs_the_loop_again says_done"
    " shortens_both_lines sleeps_and_hopes sorts_the_numbers visible_example"
)
def test_the_result_line(one_sum):
    """The last line is, to the letter, "x + y = result", and is said when compute is done."""
    x, y, wait = plan(one_sum.draw)
    last = said(one_sum)[-1:]
    why = f"compute takes {wait:g} s" if last and last[0][0] != wait else ""
    one_sum.expect(told(last), told([(wait, f"{x} + {y} = {x + y}")]), because=why)


@catches(
    "asks_too_early awaits_say blocks_on_its_own_loop prints_instead returns_the_task"
    " runs_the_loop_again says_done says_the_line_of_compute sleeps_and_hopes"
)
def test_says_two_lines(one_sum):
    """Two lines are said, no more."""
    lines = said(one_sum)
    one_sum.expect(len(lines), 2, because=told(lines) if lines else "")


@catches(
    "asks_too_early awaits_say blocks_on_its_own_loop forgets_the_return no_await returns_the_task"
    " returns_what_say_returns runs_the_loop_again sleeps_and_hopes visible_example"
)
def test_returns_the_sum(one_sum):
    """The sum is returned."""
    x, y, _ = plan(one_sum.draw)
    one_sum.gives(x + y, because=f"{x} + {y} is {x + y}")


@catches(
    "asks_too_early awaits_say blocks_on_its_own_loop computes_twice no_await returns_the_task"
    " runs_the_loop_again sleeps_and_hopes sorts_the_numbers swaps_the_numbers visible_example"
)
def test_computes_once(one_sum):
    """compute runs to its end once, and gets x and y in this order."""
    x, y, _ = plan(one_sum.draw)
    ran = [call for call in one_sum.calls("compute") if call.outcome == "returned"]
    given = [f"compute{(*call.args, *call.kwargs.values())}" for call in ran]
    one_sum.expect(", ".join(given) or "no compute that ran to its end", f"compute{(x, y)}")


@catches(
    "adds_by_itself asks_too_early awaits_say blocks_on_its_own_loop forgets_the_return no_await"
    " returns_the_task returns_what_say_returns runs_the_loop_again sleeps_and_hopes"
    " visible_example"
)
def test_passes_on_what_compute_returned(on_a_clock_face):
    """What is returned is what compute returned, whatever x + y is."""
    x, y, _ = plan(on_a_clock_face.draw)
    on_a_clock_face.gives((x + y) % 12, because=f"here compute gave ({x} + {y}) % 12")


@catches(
    "adds_by_itself asks_too_early awaits_say blocks_on_its_own_loop forgets_the_f no_await"
    " prints_instead returns_the_task runs_the_loop_again says_done says_its_own_sum"
    " sleeps_and_hopes sorts_the_numbers visible_example"
)
def test_says_what_compute_returned(on_a_clock_face):
    """The result in the last line is what compute returned, whatever x + y is."""
    x, y, _ = plan(on_a_clock_face.draw)
    got = [numbers(line) for _, line in said(on_a_clock_face)[-1:]]
    expected = [x, y, (x + y) % 12]
    why = f"here compute gave ({x} + {y}) % 12"
    assert got == [expected], on_a_clock_face.explain(
        "a last line with {} + {} = {}".format(*expected), got=words(on_a_clock_face), because=why
    )


@catches(
    "adds_by_itself asks_too_early awaits_say blocks_on_its_own_loop computes_twice"
    " forgets_the_return looks_now_and_then no_await remembers_results returns_the_task"
    " returns_what_say_returns runs_the_loop_again sleeps_and_hopes visible_example"
)
def test_each_call_computes_anew(no_time):
    """Each call computes anew and takes as long as compute does, even if that is no time."""
    no_time.gives([0, 7], because="compute gives 0 the first time and 7 from then on")
    no_time.takes(0, late="compute needed no time")


@catches(
    "adds_by_itself asks_too_early awaits_say blocks_on_its_own_loop forgets_the_f no_await"
    " prints_instead result_line_in_own_words result_line_put_in_line returns_the_task"
    " runs_the_loop_again says_done says_its_own_sum says_the_line_of_compute shortens_both_lines"
    " sorts_the_numbers start_line_in_own_words start_line_put_in_line visible_example"
    " zero_is_not_said"
)
def test_lines_in_order_before_the_return(no_time):
    """However quick compute is, first the start line is said, then the result, then you return."""
    x, y, _ = plan(no_time.draw)
    got = "; ".join(no_time.notes("said")[0].value) or "no line"
    why = "these lines have to be there when you return, and compute returned 0"
    no_time.expect(got, f"{start(x, y)}; {x} + {y} = 0", because=why)


@catches(
    "asks_too_early awaits_say blocks_on_its_own_loop computes_twice holds_a_lock"
    " looks_now_and_then no_await returns_the_task runs_the_loop_again sleeps_and_hopes"
)
def test_two_sums_overlap(both_at_once):
    """Two sums at the same time: both computations start at once, and their waits overlap."""
    (_, _, longer), (_, _, shorter) = two_sums(both_at_once.draw)
    started = [call.started for call in both_at_once.calls("compute") if call.started is not None]
    both_at_once.expect(started[:2], [0.0, 0.0], because="this is when compute started")
    both_at_once.takes(longer, f"max({longer:g}, {shorter:g})")


@catches(
    "asks_too_early awaits_say blocks_on_its_own_loop forgets_the_f no_await prints_instead"
    " returns_the_task runs_the_loop_again shared_numbers sleeps_and_hopes sorts_the_numbers"
    " visible_example"
)
def test_two_sums_stay_apart(both_at_once):
    """Two sums at the same time: each tells its own numbers."""
    heard = [numbers(line) for _, line in said(both_at_once)]
    for x, y, _ in two_sums(both_at_once.draw):
        for wanted, what in (([x, y], f"{x} + {y}"), ([x, y, x + y], f"{x} + {y} = {x + y}")):
            assert wanted in heard, both_at_once.explain(
                f"a line with {what}", got=words(both_at_once)
            )


@catches(
    "asks_too_early awaits_say blocks_on_its_own_loop hides_the_error no_await returns_the_task"
    " runs_the_loop_again sleeps_and_hopes"
)
def test_error_of_compute_comes_out(compute_fails):
    """When compute fails, your caller gets its error."""
    raised = any(call.outcome == "raised" for call in compute_fails.calls("compute"))
    why = "compute raised it" if raised else "compute was not run to its end"
    compute_fails.raises("out of numbers", because=why)


@catches(
    "asks_too_early awaits_say blocks_on_its_own_loop no_await returns_the_task"
    " runs_the_loop_again says_result_anyway says_the_line_of_compute sleeps_and_hopes"
    " tells_of_the_error"
)
def test_nothing_is_said_after_an_error(compute_fails):
    """When compute fails, nothing more is said."""
    outcomes = [call.outcome for call in compute_fails.calls("compute")]
    compute_fails.expect(f"compute {(outcomes or ['not called'])[0]}", "compute raised")
    more = "; ".join(line for _, line in said(compute_fails)[1:])
    compute_fails.expect(more or "no second line", "no second line")
