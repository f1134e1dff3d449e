"""Each result reported at the moment when it lands, and the list in the same order."""

from grader.run import Error
from grader.suite import Draw, catches, scenario

ERROR = "sold out"  # an exception object that is a result like any other

FREE = {
    "everything_awaited": "bare_coroutines_to_wait reports_what_is_not_there",
    "no_error_lost": "callback_meets_the_error reports_the_tasks",
    "nothing_left_running": (
        "callback_meets_the_error gather_leaves_the_others gather_then_report"
        " leaves_the_others_running reports_what_is_not_there"
    ),
}


def plan(draw: Draw) -> dict[str, float]:
    """Draw four shops and how long they take, in the order in which they are asked."""
    # Odd eighths: who looks twice a second is never in time. The second one is the first to land.
    first, second, third, last = (step / 8 for step in (5, 9, 13, 21))
    waits = draw.pick(((third, first, last, second), (last, first, third, second)))
    return dict(zip(draw.names(4), waits, strict=True))


def pair(draw: Draw) -> dict[str, float]:
    """Draw four shops; two of them land together."""
    short, both, long = draw.pick(((0.625, 1.375, 2.125), (0.875, 1.625, 3.375)))
    return dict(zip(draw.names(4), (both, short, both, long), strict=True))


def values(draw: Draw) -> list[object]:
    """Draw results: some count as false, two are equal, and one stands for an exception object."""
    return draw.shuffled(["gift", None, 0, "gift", "", ERROR])


def listener(spy):
    """Return a watched `on_result`."""
    return spy(lambda result, /: None, name="on_result")


@scenario
async def four_shops(kata, draw, spy, work):
    waits = plan(draw)
    ask = work("ask", waits, gives=str.upper)
    return await kata.in_finish_order([ask(shop) for shop in waits], listener(spy))


@scenario
async def two_together(kata, draw, spy, work):
    waits = pair(draw)
    ask = work("ask", waits, gives=str.upper)
    return await kata.in_finish_order([ask(shop) for shop in waits], listener(spy))


@scenario
async def any_result(kata, draw, spy, work, attempt, failure):
    results = [failure(ERROR) if result == ERROR else result for result in values(draw)]
    waits = {place: 0.625 + 0.75 * place for place in range(len(results))}
    ask = work("ask", waits, gives=results.__getitem__)
    return await attempt(kata.in_finish_order([ask(place) for place in waits], listener(spy)))


@scenario
async def no_jobs(kata, spy):
    return await kata.in_finish_order([], listener(spy))


@scenario
async def second_to_land_fails(kata, draw, spy, work, attempt, failure):
    waits = plan(draw)
    *_, broken = waits
    ask = work("ask", waits, gives=str.upper, fails={broken: failure("the shop is closed")})
    return await attempt(kata.in_finish_order([ask(shop) for shop in waits], listener(spy)))


def given(run) -> list[tuple[float, object]]:
    """Return when `on_result` was called, and with what."""
    return [(call.called, call.args[0]) for call in run.calls("on_result") if call.args]


def timeline(landed) -> str:
    """Return pairs of time and result as text, by time: `RUMA at 0.625 s, WOPO at 1 s`."""
    told = sorted((at, str(getattr(result, "message", result))) for at, result in landed)
    return ", ".join(f"{result} at {at:g} s" for at, result in told) or "nothing"


def landing(waits: dict[str, float]) -> list[tuple[float, str]]:
    """Return when each offer lands, the first one first."""
    return sorted((wait, shop.upper()) for shop, wait in waits.items())


def end_of(call) -> str:
    """Return how and when a job ended: `ruma cancelled at 1.125 s`."""
    if call.ended is None:
        return f"{call.args[0]} {'not started' if call.started is None else 'still running'}"
    return f"{call.args[0]} {call.outcome} at {call.ended:g} s"


def plain(results):
    """Return results in an order that does not depend on when they came, an error as its text."""
    if not isinstance(results, list):
        return results
    told = [result.mark if isinstance(result, Error) else result for result in results]
    return sorted(told, key=repr)


@catches(
    "bare_coroutines_to_wait naps_and_looks one_by_one reports_what_is_not_there"
    " waits_for_the_same_again"
)
def test_all_jobs_run_together(four_shops):
    """All jobs run at the same time: it takes as long as the slowest of them."""
    waits = list(plan(four_shops.draw).values())
    in_turn = four_shops.makespan == sum(waits)
    late = "jobs that wait for each other add up" if in_turn else ""
    formula = f"max({', '.join(f'{wait:g}' for wait in waits)})"
    four_shops.takes(max(waits), formula, early="a job was not over yet", late=late)


@catches(
    "bare_coroutines_to_wait gather_then_report in_the_order_of_the_jobs looks_every_half_second"
    " naps_and_looks one_by_one reports_the_tasks reports_what_is_not_there"
    " task_group_in_the_order_of_the_jobs waits_for_all waits_for_the_first_error"
    " waits_for_the_same_again"
)
def test_each_result_is_reported_when_it_lands(four_shops):
    """Each result is reported at the moment when its job is done."""
    four_shops.expect(timeline(given(four_shops)), timeline(landing(plan(four_shops.draw))))


@catches(
    "bare_coroutines_to_wait gather_then_report in_the_order_of_the_jobs looks_every_half_second"
    " naps_and_looks one_by_one one_of_the_done reports_the_tasks reports_what_is_not_there"
    " task_group_in_the_order_of_the_jobs waits_for_all waits_for_the_first_error"
    " waits_for_the_same_again"
)
def test_two_that_land_together_are_both_reported(two_together):
    """Two jobs that are done at the same instant are both reported then."""
    two_together.expect(timeline(given(two_together)), timeline(landing(pair(two_together.draw))))


@catches("bare_coroutines_to_wait forgets_the_return returns_the_order_of_the_jobs")
def test_the_list_is_in_the_order_of_the_reports(four_shops, two_together):
    """The list is in the order of the reports, also when jobs are done at the same instant."""
    for run in (four_shops, two_together):
        run.gives([result for _, result in given(run)])


@catches(
    "bare_coroutines_to_wait leaves_out_none leaves_out_what_is_false none_ends_it raises_a_result"
    " reports_equal_results_once reports_the_tasks reports_what_is_not_there"
    " waits_for_the_same_again"
)
def test_any_result_is_reported(any_result):
    """None, 0, empty texts, equal results and exception objects are reported like any other."""
    got = [result for _, result in given(any_result)]
    any_result.expect(
        plain(got), plain(values(any_result.draw)), "each of the six jobs has a result"
    )


@catches(
    "bare_coroutines_to_wait equal_results_once forgets_the_return leaves_out_none"
    " leaves_out_what_is_false none_ends_it raises_a_result reports_equal_results_once"
    " reports_the_tasks reports_what_is_not_there waits_for_the_same_again"
)
def test_any_result_is_in_the_list(any_result):
    """None, 0, empty texts, equal results and exception objects stand in the list, too."""
    ended = any_result.value
    got = plain(ended.error or ended.value)
    any_result.expect(got, plain(values(any_result.draw)), "each of the six jobs has a result")


@catches("forgets_the_return waits_for_nothing")
def test_no_jobs_no_results(no_jobs):
    """Without jobs an empty list comes back, at once."""
    no_jobs.gives([])
    no_jobs.takes(0)


@catches(
    "bare_coroutines_to_wait errors_as_results raises_another_error reports_the_tasks"
    " reports_what_is_not_there skips_the_failed waits_for_the_same_again"
)
def test_an_error_comes_out(second_to_land_fails):
    """When a job fails, its error comes out."""
    missing = second_to_land_fails.value.error is None
    why = "your caller does not learn that a job has failed" if missing else ""
    second_to_land_fails.raises("the shop is closed", why)


@catches(
    "bare_coroutines_to_wait errors_as_results gather_keeps_the_error in_the_order_of_the_jobs"
    " looks_every_half_second naps_and_looks one_by_one raises_at_the_end reports_the_tasks"
    " reports_what_is_not_there skips_the_failed waits_for_all waits_for_the_same_again"
)
def test_an_error_comes_out_at_once(second_to_land_fails):
    """When a job fails, everything is over at that moment."""
    *_, fails_at = plan(second_to_land_fails.draw).values()
    early, late = "it was over before the job failed", "you went on after the job had failed"
    second_to_land_fails.takes(fails_at, "when the job fails", early=early, late=late)


@catches(
    "bare_coroutines_to_wait callback_meets_the_error errors_as_results gather_keeps_the_error"
    " gather_leaves_the_others gather_then_report in_the_order_of_the_jobs"
    " leaves_the_others_running looks_every_half_second naps_and_looks one_by_one raises_at_the_end"
    " reports_the_tasks reports_what_is_not_there skips_the_failed waits_for_all"
    " waits_for_the_same_again"
)
def test_the_others_are_cancelled(second_to_land_fails):
    """When a job fails, those that still run are cancelled at that moment."""
    waits = plan(second_to_land_fails.draw)
    *_, fails_at = waits.values()
    running = [call for call in second_to_land_fails.calls("ask") if waits[call.args[0]] > fails_at]
    expected = [f"{call.args[0]} cancelled at {fails_at:g} s" for call in running]
    why = f"another job fails at {fails_at:g} s"
    second_to_land_fails.expect(", ".join(map(end_of, running)), ", ".join(expected), why)


@catches(
    "bare_coroutines_to_wait errors_as_results gather_keeps_the_error gather_then_report"
    " in_the_order_of_the_jobs looks_every_half_second naps_and_looks one_by_one raises_at_the_end"
    " reports_the_tasks reports_what_is_not_there skips_the_failed"
    " task_group_in_the_order_of_the_jobs waits_for_all waits_for_the_first_error"
    " waits_for_the_same_again"
)
def test_what_landed_before_an_error_is_reported(second_to_land_fails):
    """When a job fails, what landed before it has been reported, and nothing else is."""
    first, (fails_at, _) = landing(plan(second_to_land_fails.draw))[:2]
    why = f"a job fails at {fails_at:g} s"
    second_to_land_fails.expect(timeline(given(second_to_land_fails)), timeline([first]), why)
