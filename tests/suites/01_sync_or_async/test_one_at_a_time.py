"""One at a time: each step is called when the one before it has ended, and errors stop the row."""

from itertools import pairwise

from grader.suite import Draw, catches, scenario

FREE = {
    "everything_awaited": "calls_them_first collects_coroutines forgets_await runs_a_second_loop",
    "nothing_left_running": "gather_all not_awaited_tasks semaphore_of_one sleeps_and_hopes",
    "one_loop": "runs_a_second_loop",
}

LABELS = ("first", "second", "third", "fourth")
BROKEN = "the disk is full"


def plan(draw: Draw) -> dict[str, tuple[str, float]]:
    """Draw what four steps return, and how long they take; the first one takes longest."""
    waits = sorted(draw.seconds(4, low=1.25, high=3), reverse=True)
    return dict(zip(LABELS, zip(draw.names(4), waits, strict=True), strict=True))


@scenario(schedules=2)
async def four_steps(kata, draw, work):
    """Four steps, each quicker than the one before it."""
    steps = [work(label, wait, gives=name) for label, (name, wait) in plan(draw).items()]
    return await kata.in_order(steps)


@scenario(schedules=2)
async def third_fails(kata, draw, work, attempt, failure):
    """Four steps, of which the third one fails."""
    steps = [
        work(label, wait, gives=name, fails=failure(BROKEN) if label == "third" else None)
        for label, (name, wait) in plan(draw).items()
    ]
    return await attempt(kata.in_order(steps))


@scenario(schedules=1)
async def no_steps(kata):
    """Nothing to do."""
    return await kata.in_order([])


def any_results(draw: Draw) -> list[object]:
    """Draw the order of results of which most count as false."""
    return draw.shuffled([None, "", 0, False, "full"])


@scenario(schedules=1)
async def any_result(kata, draw, work):
    """Steps that return anything."""
    return await kata.in_order([work("step", 1, gives=each) for each in any_results(draw)])


@scenario(schedules=1)
async def same_step_again(kata, draw, work):
    """A step that stands in the list twice, with another one between, and counts its runs."""
    runs = iter(plan(draw))
    count = work("count", 0.5, gives=lambda: next(runs))
    return await kata.in_order([count, work("other", 0.5, gives="other"), count])


@scenario(schedules=1)
async def list_seen_by_its_steps(kata, work):
    """Each step tells how many steps stand in the list, and takes its time."""
    steps = []
    steps += [work("look", 300, gives=lambda: len(steps)) for _ in range(3)]
    return await kata.in_order(steps)


@scenario(schedules=1)
async def same_list_again(kata, draw, work):
    """The same list of steps, run a second time."""
    steps = [work(label, 1, gives=name) for label, (name, _) in plan(draw).items()]
    await kata.in_order(steps)
    return await kata.in_order(steps)


def names_of(run) -> list[str]:
    """Return what the four steps return, in their order."""
    return [name for name, _ in plan(run.draw).values()]


def no_list(run) -> str:
    """Return what a row of results is, if it is no list."""
    return "a list is asked for, and this is a tuple" if isinstance(run.value, tuple) else ""


def after(before: str, ended: float | None) -> str:
    """Return when the next step may be called."""
    when = "and it never did" if ended is None else f"at {ended:g} s"
    return f"after the {before} one has ended, {when}"


def too_late(run) -> str:
    """Return why all was over later than it could be."""
    return "there were pauses between the steps" if len(run.calls()) == len(LABELS) else ""


def too_early(run) -> str:
    """Return why all was over before it could be."""
    if all(call.outcome == "returned" for call in run.calls()):
        return "steps that rely on each other ran at the same time"
    return "not every step ran to its end"


def has_failed(run) -> str:
    """Return when the third step failed, if it got so far."""
    ends = [call.ended for call in run.calls("third") if call.outcome == "raised"]
    return f"the third step failed at {ends[0]:g} s" if ends else ""


@catches(
    "awaits_the_function collects_coroutines forgets_await forgets_the_return not_awaited_tasks"
    " returns_the_last_result runs_a_second_loop visible_example"
)
def test_results_in_order(four_steps):
    """The results come back in a list, in the order of the steps."""
    four_steps.gives(names_of(four_steps), because=no_list(four_steps))


@catches(
    "awaits_the_function calls_them_first collects_coroutines forgets_await gather_all"
    " not_awaited_tasks runs_a_second_loop sleeps_and_hopes starts_the_next_early"
    " task_group_for_all tasks_first visible_example"
)
def test_called_when_the_last_one_has_ended(four_steps):
    """A step is called when the one before it has ended, not earlier."""
    for before, label in pairwise(LABELS):
        called, ended = four_steps.calls(label)[0].called, four_steps.calls(before)[0].ended
        assert ended is not None and called >= ended, four_steps.explain(
            f"a call of the {label} step {after(before, ended)}", got=f"a call at {called:g} s"
        )


@catches(
    "awaits_the_function collects_coroutines forgets_await gather_all looks_now_and_then"
    " not_awaited_tasks pauses_between runs_a_second_loop sleeps_and_hopes starts_the_next_early"
    " task_group_for_all tasks_first visible_example"
)
def test_takes_the_sum(four_steps):
    """All steps together take the sum of their times, no less and no more."""
    waits = [wait for _, wait in plan(four_steps.draw).values()]
    four_steps.takes(
        sum(waits),
        " + ".join(f"{wait:g}" for wait in waits),
        late=too_late(four_steps),
        early=too_early(four_steps),
    )


@catches(
    "awaits_the_function collects_coroutines forgets_await not_awaited_tasks runs_a_second_loop"
    " visible_example"
)
def test_each_step_runs_once(four_steps):
    """Each step is called once and runs to its end."""
    ended = [call.name for call in four_steps.calls() if call.outcome == "returned"]
    four_steps.expect({label: ended.count(label) for label in LABELS}, dict.fromkeys(LABELS, 1))


@catches(
    "awaits_the_function collects_coroutines errors_as_results forgets_await"
    " gathers_one_with_its_error not_awaited_tasks raises_another_error runs_a_second_loop"
    " skips_failures stops_without_a_word visible_example"
)
def test_error_comes_out(third_fails):
    """When a step fails, its error comes out."""
    third_fails.raises(BROKEN, because=has_failed(third_fails))


@catches(
    "calls_them_first collects_coroutines errors_as_results forgets_await gather_all"
    " gathers_one_with_its_error not_awaited_tasks raises_at_the_end semaphore_of_one"
    " skips_failures sleeps_and_hopes starts_the_next_early task_group_for_all tasks_first"
)
def test_no_step_after_a_failure(third_fails):
    """When a step fails, no later step is called."""
    later = third_fails.calls("fourth")
    assert not later, third_fails.explain(
        "no call of the fourth step",
        got=f"a call at {later[0].called:g} s",
        because=has_failed(third_fails),
    )


@catches("tries_again")
def test_a_failed_step_is_not_tried_again(third_fails):
    """A step that has failed is not called again."""
    called = len(third_fails.calls("third"))
    third_fails.expect(max(called, 1), 1, because="this is how often the failing step was called")


@catches(
    "awaits_the_function borrows_the_list collects_coroutines forgets_await forgets_the_return"
    " has_no_patience not_awaited_tasks results_of_other_calls returns_the_last_result"
    " runs_a_second_loop uses_up_the_list visible_example"
)
def test_the_list_stays_as_it_is(list_seen_by_its_steps):
    """However long the steps take, all are waited for, and the list stays as it is meanwhile."""
    why = "there are three steps, and each returns how many stand in the list at its end"
    list_seen_by_its_steps.gives([3, 3, 3], because=why)


@catches("forgets_the_return none_for_no_steps results_of_other_calls visible_example")
def test_no_steps_no_results(no_steps):
    """Without steps there is nothing to wait for: an empty list, at once."""
    no_steps.gives([])
    no_steps.takes(0)


@catches(
    "awaits_the_function collects_coroutines forgets_await forgets_the_return"
    " leaves_out_empty_results not_awaited_tasks results_of_other_calls returns_the_last_result"
    " runs_a_second_loop visible_example"
)
def test_any_result_counts(any_result):
    """None, 0 and an empty text are results like any other."""
    any_result.gives(any_results(any_result.draw))


@catches(
    "awaits_the_function collects_coroutines first_place_of_a_step forgets_await"
    " forgets_the_return not_awaited_tasks results_by_step results_of_other_calls"
    " returns_the_last_result runs_a_known_step_no_more runs_a_second_loop visible_example"
)
def test_same_step_runs_again(same_step_again):
    """A step that stands in the list twice runs twice, and has two results."""
    same_step_again.gives(["first", "other", "second"], because="the first and third step are one")


@catches(
    "awaits_the_function collects_coroutines forgets_await forgets_the_return not_awaited_tasks"
    " results_of_other_calls returns_the_last_result runs_a_second_loop uses_up_the_list"
    " visible_example"
)
def test_same_list_again(same_list_again):
    """The same list can be given to a second call, which returns its own results."""
    same_list_again.gives(names_of(same_list_again), because="this is what a second call returned")
