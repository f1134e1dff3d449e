"""Two loads at the same time, then a page made of both.

What becomes of one load when the other fails is left open: the slower one is the one that fails.
"""

from grader.suite import Draw, catches, scenario

FREE = {
    "comes_to_an_end": "looks_all_the_time none_means_not_loaded",
    "everything_awaited": (
        "coroutine_objects_awaited_late coroutine_objects_first hands_over_coroutines in_threads"
        " render_not_awaited runs_another_loop"
    ),
    "loop_never_blocked": "sleeps_in_the_loop",
    "no_error_lost": "loads_twice",
    "nothing_left_running": (
        "gather_not_awaited hands_over_the_tasks sleeps_and_hopes sleeps_in_the_loop"
    ),
    "one_loop": "runs_another_loop",
}

PATIENCE = 300  # seconds more for slow ads: nobody said how long is too long


def plan(draw: Draw) -> tuple[list[str], float, float, float]:
    """Draw a user, ads and a text; how long the slower and the faster load take, and drawing."""
    # Odd eighths: who looks every tenth of a second, or sleeps two seconds, is never in time.
    slow, fast = draw.pick((2.375, 2.625, 3.125)), draw.pick((0.875, 1.125, 1.375))
    return draw.names(3), slow, fast, draw.pick((0.375, 0.625))


@scenario
async def user_is_slower(kata, draw, work):
    (user, ads, text), slow, fast, drawing = plan(draw)
    load_user, load_ads = work("load_user", slow, gives=user), work("load_ads", fast, gives=ads)
    return await kata.page(load_user, load_ads, work("render", drawing, gives=text))


@scenario
async def ads_are_slower(kata, draw, work):
    (user, ads, text), slow, fast, drawing = plan(draw)
    load_user = work("load_user", fast, gives=user)
    load_ads = work("load_ads", PATIENCE + slow, gives=ads)
    return await kata.page(load_user, load_ads, work("render", drawing, gives=text))


@scenario
async def no_user_and_no_ads(kata, draw, work):
    (_, _, text), slow, fast, drawing = plan(draw)
    load_user, load_ads = work("load_user", slow, gives=None), work("load_ads", fast, gives=[])
    return await kata.page(load_user, load_ads, work("render", drawing, gives=text))


@scenario(schedules=1)
async def error_as_the_user(kata, draw, work, attempt):
    (user, ads, text), slow, fast, drawing = plan(draw)
    load_user = work("load_user", slow, gives=LookupError(user))
    load_ads, render = work("load_ads", fast, gives=ads), work("render", drawing, gives=text)
    return await attempt(kata.page(load_user, load_ads, render))


@scenario
async def user_fails(kata, draw, work, attempt, failure):
    _, slow, fast, drawing = plan(draw)
    load_user = work("load_user", slow, fails=failure("no such user"))
    load_ads = work("load_ads", fast, gives="ads")
    return await attempt(kata.page(load_user, load_ads, work("render", drawing, gives="page")))


@scenario
async def ads_fail(kata, draw, work, attempt, failure):
    _, slow, fast, drawing = plan(draw)
    load_user = work("load_user", fast, gives="user")
    load_ads = work("load_ads", slow, fails=failure("no ads today"))
    return await attempt(kata.page(load_user, load_ads, work("render", drawing, gives="page")))


@scenario
async def render_fails(kata, draw, work, attempt, failure):
    _, slow, fast, drawing = plan(draw)
    load_user, load_ads = work("load_user", slow, gives="user"), work("load_ads", fast, gives="ads")
    render = work("render", drawing, fails=failure("no ink left"))
    return await attempt(kata.page(load_user, load_ads, render))


def begun(run, name: str) -> str:
    """Return when a load began first: `load_ads at 0 s`."""
    starts = [call.started for call in run.calls(name) if call.started is not None]
    return f"{name} at {starts[0]:g} s" if starts else f"{name} never"


@catches(
    "coroutine_objects_awaited_late coroutine_objects_first each_task_awaited_on_the_spot"
    " gather_not_awaited hands_over_coroutines in_threads looks_all_the_time one_group_for_each"
    " runs_another_loop sleeps_and_hopes sleeps_in_the_loop task_awaited_at_once"
    " two_awaits_in_a_row"
)
def test_both_loads_start_at_once(user_is_slower):
    """Both loads start at once, before either is done."""
    got = ", ".join(begun(user_is_slower, name) for name in ("load_user", "load_ads"))
    user_is_slower.expect(got, "load_user at 0 s, load_ads at 0 s")


@catches(
    "gather_not_awaited loads_empty_ads_again loads_twice looks_all_the_time none_means_not_loaded"
    " runs_another_loop sleeps_and_hopes sleeps_in_the_loop tries_again"
)
def test_no_load_is_called_again(user_is_slower, no_user_and_no_ads, user_fails, ads_fail):
    """No load is called a second time, whatever it gives, and also when it fails."""
    for run in (user_is_slower, no_user_and_no_ads, user_fails, ads_fail):
        most = max(len(run.calls(name)) for name in ("load_user", "load_ads"))
        run.expect(max(most, 1), 1, because="this is how often one of the loads was called")


@catches(
    "gather_not_awaited gives_up_on_slow_loads hands_over_coroutines hands_over_the_tasks"
    " in_threads looks_all_the_time renders_for_each_load runs_another_loop sleeps_and_hopes"
    " sleeps_in_the_loop unpacks_a_set whoever_is_first"
)
def test_render_gets_user_and_ads(user_is_slower, ads_are_slower):
    """render gets the user and the ads, once and in this order, whichever is faster."""
    for run in (user_is_slower, ads_are_slower):
        (user, ads, _), *_ = plan(run.draw)
        run.expect([call.args for call in run.calls("render")], [(user, ads)])


@catches(
    "coroutine_objects_awaited_late coroutine_objects_first each_task_awaited_on_the_spot"
    " gather_not_awaited gives_up_on_slow_loads hands_over_coroutines hands_over_the_tasks"
    " in_threads loads_twice looks_all_the_time looks_now_and_then none_means_not_loaded"
    " one_group_for_each render_not_awaited renders_for_each_load runs_another_loop"
    " sleeps_and_hopes sleeps_in_the_loop task_awaited_at_once two_awaits_in_a_row"
)
def test_page_takes_as_long_as_the_slower_load(user_is_slower, ads_are_slower):
    """The page takes as long as the slower load and drawing, whichever load that is."""
    late, early = "something began later than it could", "it was over before everything was done"
    for run, more in ((user_is_slower, 0), (ads_are_slower, PATIENCE)):
        _, slow, fast, drawing = plan(run.draw)
        told = f"max({more + slow:g}, {fast:g}) + {drawing:g}"
        run.takes(more + slow + drawing, told, late=late, early=early)


@catches(
    "forgets_the_return gather_not_awaited looks_all_the_time render_not_awaited runs_another_loop"
    " sleeps_and_hopes sleeps_in_the_loop"
)
def test_text_of_render_comes_back(user_is_slower):
    """What comes back is the text of render."""
    (_, _, text), *_ = plan(user_is_slower.draw)
    user_is_slower.gives(text)


@catches(
    "forgets_the_return gather_not_awaited looks_all_the_time none_means_not_loaded"
    " render_not_awaited runs_another_loop skips_empty_ads sleeps_and_hopes sleeps_in_the_loop"
)
def test_no_user_and_no_ads_are_rendered(no_user_and_no_ads):
    """A user who is None and an empty list of ads are rendered like any other."""
    (_, _, text), *_ = plan(no_user_and_no_ads.draw)
    no_user_and_no_ads.gives(text)


@catches(
    "forgets_the_return gather_not_awaited looks_all_the_time render_not_awaited"
    " returned_exception_is_raised runs_another_loop sleeps_and_hopes sleeps_in_the_loop"
)
def test_an_exception_object_is_rendered(error_as_the_user):
    """An exception object that load_user returned is rendered like any other user."""
    (_, _, text), *_ = plan(error_as_the_user.draw)
    ended = error_as_the_user.value
    why = "load_user returned the LookupError and did not raise it" if ended.error else ""
    error_as_the_user.expect(ended.error or ended.value, text, because=why)


@catches(
    "draws_without_the_ads errors_as_results gather_not_awaited hands_over_coroutines"
    " hands_over_the_tasks hides_the_error in_threads looks_all_the_time none_means_not_loaded"
    " runs_another_loop sleeps_and_hopes sleeps_in_the_loop"
)
def test_error_of_a_load_comes_out(user_fails, ads_fail):
    """When the user or the ads cannot be loaded, that error comes out."""
    user_fails.raises("no such user")
    ads_fail.raises("no ads today")


@catches(
    "gather_not_awaited hides_the_error looks_all_the_time render_not_awaited runs_another_loop"
    " sleeps_and_hopes sleeps_in_the_loop"
)
def test_error_of_render_comes_out(render_fails):
    """When render fails, its error comes out."""
    render_fails.raises("no ink left")


@catches(
    "draws_without_the_ads errors_as_results hands_over_coroutines hands_over_the_tasks in_threads"
    " looks_all_the_time none_means_not_loaded renders_for_each_load"
)
def test_nothing_is_rendered_without_both(user_fails, ads_fail):
    """When a load fails, nothing is rendered."""
    for run in (user_fails, ads_fail):
        got = "a call of render" if run.calls("render") else "no call of render"
        run.expect(got, "no call of render", because="one of the two loads fails here")
