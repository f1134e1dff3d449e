"""One coroutine object, run once; its result for all readers, side by side.

What becomes of the other readers when one fails is left open: the one that fails is the last.
"""

import asyncio
from itertools import count

from grader.suite import catches, scenario

FREE = {
    "comes_to_an_end": "spins_until_it_is_there",
    "everything_awaited": (
        "awaits_it_again_for_the_next awaits_it_in_every_reader hands_over_the_coroutine"
        " nobody_to_run_it_for one_task_for_the_module readers_not_awaited runs_a_second_loop"
    ),
    "nothing_left_running": (
        "awaits_it_in_every_reader readers_left_behind task_that_only_readers_await"
    ),
    "one_loop": "runs_a_second_loop",
}

SIX = 6  # readers; in most experiments there are three, as in the example


def plan(draw, readers=3):
    """Return a report, its seconds, and readers with theirs, the slowest one first."""
    names = draw.names(1 + readers)
    waits = sorted(draw.seconds(readers), reverse=True)
    # No look every 0.1 or 0.25 s falls into the moment in which the report is there.
    seconds = draw.pick([0.375, 0.625, 0.875])
    return names[0], seconds, dict(zip(names[1:], waits, strict=True))


def answer(name):
    """Return what a reader answers."""
    return f"{name} has it"


def reading(work, waits, fails=None):
    """Return watched readers; `fails` maps names to the errors of those that fail."""
    errors = fails or {}
    return [
        work(name, wait, gives=answer(name), fails=errors.get(name)) for name, wait in waits.items()
    ]


@scenario
async def slowest_first(kata, draw, work):
    report, seconds, waits = plan(draw, SIX)
    compute = work("compute", seconds, gives=report)
    return await kata.share(compute(), reading(work, waits))


@scenario
async def no_readers(kata, draw, work):
    report, seconds, _ = plan(draw)
    return await kata.share(work("compute", seconds, gives=report)(), [])


@scenario
async def one_reader_twice(kata, draw, work):
    report, seconds, waits = plan(draw)
    first, _, last = reading(work, waits)
    numbers = count(1)
    twice = work("twice", 1, gives=lambda value: next(numbers))
    compute = work("compute", seconds, gives=report)
    return await kata.share(compute(), [twice, first, twice, last])


@scenario
async def empty_report(kata, draw, work):
    _, seconds, waits = plan(draw)
    return await kata.share(work("compute", seconds, gives=None)(), reading(work, waits))


def plain_answers(draw):
    """Return answers of which all but one count as false."""
    return draw.shuffled(["full", None, 0, "", False])


@scenario
async def any_answer(kata, draw, work):
    readers = [work("reader", 1, gives=said) for said in plain_answers(draw)]
    return await kata.share(work("compute", 1, gives="report")(), readers)


@scenario
async def no_copies(kata, work):
    report = ["page one", "page two"]
    same = work("reader", 1, gives=lambda value: value is report)
    return await kata.share(work("compute", 1, gives=report)(), [same])


@scenario
async def errors_as_values(kata, work, attempt):
    report, answer = ValueError("what went wrong last night"), ValueError("what went wrong now")
    reader = work("reader", 1, gives=answer)
    ended = await attempt(kata.share(work("compute", 1, gives=report)(), [reader]))
    return ended.error or (ended.value and [each is answer for each in ended.value])


@scenario
async def report_fails(kata, draw, work, attempt, failure):
    _, seconds, waits = plan(draw)
    compute = work("compute", seconds, fails=failure("no such report"))
    return await attempt(kata.share(compute(), reading(work, waits)))


@scenario
async def slowest_reader_fails(kata, draw, work, attempt, failure):
    report, seconds, waits = plan(draw)
    readers = reading(work, waits, fails={next(iter(waits)): failure("no paper")})
    compute = work("compute", seconds, gives=report)
    return await attempt(kata.share(compute(), readers[::-1]))


@scenario
async def two_reports(kata, draw, work):
    report, seconds, waits = plan(draw)
    _, left, right = reading(work, waits)
    long, short = (work("compute", seconds, gives=report * pages) for pages in (2, 1))
    return await asyncio.gather(kata.share(long(), [left]), kata.share(short(), [right]))


def read_by(run, waits):
    """Return what the readers were called with, in the order of the readers."""
    return [value for name in waits for call in run.calls(name) for value in call.args]


def outcome(run):
    """Return how the coroutine ended."""
    told = {"returned": "ran to its end", "not started": "never ran", "running": "still runs"}
    how = run.calls("compute")[0].outcome
    return f"the coroutine {told.get(how, how)}"


@catches(
    "arrival_order awaits_it_again_for_the_next awaits_it_in_every_reader nothing_returned"
    " readers_left_behind readers_not_awaited runs_a_second_loop spins_until_it_is_there"
    " three_readers_only waits_for_an_empty_set"
)
def test_answers_stand_in_the_order_of_the_readers(slowest_first):
    """The answers stand in the order of the readers, whichever of them finishes first."""
    _, _, waits = plan(slowest_first.draw, SIX)
    slowest_first.gives([answer(name) for name in waits])


@catches(
    "awaits_it_again_for_the_next awaits_it_in_every_reader hands_over_the_coroutine"
    " hands_over_the_task looks_every_tenth_of_a_second one_reader_after_another"
    " readers_left_behind readers_not_awaited runs_a_second_loop spins_until_it_is_there"
    " task_awaited_at_once three_readers_only"
)
def test_readers_run_together(slowest_first):
    """All readers run at the same time: it takes the report, then the slowest reader."""
    _, seconds, waits = plan(slowest_first.draw, SIX)
    slowest = max(waits.values())
    slowest_first.takes(
        seconds + slowest,
        f"{seconds:g} + {slowest:g}, the report and the slowest reader",
        late="every reader can begin at the moment when the report is there",
        early="you returned before the slowest reader could have answered",
    )


@catches(
    "awaits_it_again_for_the_next awaits_it_in_every_reader hands_over_the_coroutine"
    " runs_a_second_loop spins_until_it_is_there three_readers_only"
)
def test_the_coroutine_runs_to_its_end(slowest_first):
    """The coroutine runs to its end."""
    slowest_first.expect(outcome(slowest_first), "the coroutine ran to its end")


@catches(
    "awaits_it_again_for_the_next awaits_it_in_every_reader hands_over_the_coroutine"
    " hands_over_the_task runs_a_second_loop spins_until_it_is_there three_readers_only"
)
def test_readers_get_the_result(slowest_first):
    """Each reader is called once, with what came out of the coroutine."""
    report, _, waits = plan(slowest_first.draw, SIX)
    slowest_first.expect(read_by(slowest_first, waits), [report] * len(waits))


@catches(
    "awaits_it_again_for_the_next awaits_it_in_every_reader hands_over_the_coroutine"
    " looks_every_tenth_of_a_second nobody_to_run_it_for runs_a_second_loop spins_until_it_is_there"
    " task_that_only_readers_await three_readers_only waits_for_an_empty_set"
)
def test_it_runs_without_readers_too(no_readers):
    """Without readers the coroutine runs to its end all the same."""
    _, seconds, _ = plan(no_readers.draw)
    no_readers.expect(outcome(no_readers), "the coroutine ran to its end")
    no_readers.takes(seconds, "the report alone", late="there is nothing else to wait for")


@catches(
    "nothing_returned runs_a_second_loop spins_until_it_is_there three_readers_only"
    " waits_for_an_empty_set"
)
def test_no_readers_no_answers(no_readers):
    """Without readers there are no answers: an empty list."""
    no_readers.gives([])


@catches(
    "answers_by_reader arrival_order awaits_it_again_for_the_next awaits_it_in_every_reader"
    " nothing_returned readers_left_behind readers_not_awaited runs_a_second_loop"
    " second_answer_for_both spins_until_it_is_there three_readers_only waits_for_an_empty_set"
)
def test_a_reader_that_stands_there_twice_is_called_twice(one_reader_twice):
    """A reader that stands in the list twice is called twice and has two places."""
    first, _, last = map(answer, plan(one_reader_twice.draw)[2])
    # Which of the two calls comes first is nobody's business.
    allowed = [1, first, 2, last], [2, first, 1, last]
    why = "the first and third reader are one, and it tells how often it has been called"
    if one_reader_twice.value not in allowed:
        one_reader_twice.gives(allowed[0], because=why)


@catches(
    "awaits_it_again_for_the_next awaits_it_in_every_reader hands_over_the_coroutine"
    " hands_over_the_task none_is_no_result runs_a_second_loop spins_until_it_is_there"
)
def test_none_is_a_result(empty_report):
    """When the coroutine returns None, the readers are called with None."""
    _, _, waits = plan(empty_report.draw)
    empty_report.expect(read_by(empty_report, waits), [None] * len(waits))


@catches(
    "arrival_order awaits_it_again_for_the_next awaits_it_in_every_reader drops_empty_answers"
    " nothing_returned readers_left_behind readers_not_awaited runs_a_second_loop"
    " spins_until_it_is_there three_readers_only waits_for_an_empty_set"
)
def test_any_answer_counts(any_answer):
    """None, 0 and an empty text are answers like any other."""
    any_answer.gives(plain_answers(any_answer.draw))


@catches(
    "copies_for_the_readers hands_over_the_coroutine hands_over_the_task nothing_returned"
    " readers_left_behind readers_not_awaited runs_a_second_loop spins_until_it_is_there"
    " three_readers_only"
)
def test_it_is_no_copy(no_copies):
    """The readers are called with the result itself, not with a copy."""
    no_copies.gives([True], because="the reader tells whether it got the very same list")


@catches(
    "errors_sorted_out nothing_returned raises_what_was_returned readers_left_behind"
    " readers_not_awaited runs_a_second_loop spins_until_it_is_there three_readers_only"
)
def test_an_exception_object_is_a_value(errors_as_values):
    """An exception object that is returned, by the coroutine or a reader, is a value."""
    why = "nothing was raised here; True stands for the exception object that the reader returned"
    errors_as_values.gives([True], because=why)


@catches(
    "awaits_it_in_every_reader hands_over_the_coroutine hides_its_error reads_the_error"
    " runs_a_second_loop spins_until_it_is_there"
)
def test_error_of_the_coroutine_comes_out(report_fails):
    """When the coroutine fails, its error comes out."""
    report_fails.raises("no such report")


@catches(
    "hands_over_the_coroutine hands_over_the_task reads_the_error spins_until_it_is_there"
    " wakes_the_readers_anyway"
)
def test_no_reader_hears_of_a_failed_report(report_fails):
    """When the coroutine fails, no reader is called."""
    _, _, waits = plan(report_fails.draw)
    called = len(read_by(report_fails, waits))
    report_fails.expect(
        f"calls of readers: {called}", "calls of readers: 0", because="there was nothing to read"
    )


@catches(
    "awaits_it_again_for_the_next awaits_it_in_every_reader errors_as_answers errors_sorted_out"
    " failed_readers_left_out readers_left_behind readers_not_awaited runs_a_second_loop"
    " spins_until_it_is_there"
)
def test_error_of_a_reader_comes_out(slowest_reader_fails):
    """When a reader fails, its error comes out."""
    slowest_reader_fails.raises("no paper")


@catches(
    "hands_over_the_coroutine hands_over_the_task one_task_for_the_module result_in_a_global"
    " runs_a_second_loop spins_until_it_is_there three_readers_only"
)
def test_two_calls_stay_apart(two_reports):
    """Two calls at the same time: the readers of each get its own result."""
    report, _, waits = plan(two_reports.draw)
    _, left, right = waits
    two_reports.expect(read_by(two_reports, [left, right]), [2 * report, report])
