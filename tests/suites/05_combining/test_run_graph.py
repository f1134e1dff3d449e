"""Every step as early as its own needs allow, each once, and nothing running after a failure.

Left open: how the steps wait, and whether an error comes out alone or in a group.
"""

import copy

from grader.suite import catches, scenario

FREE = {
    "cancel_comes_out": "swallows_the_cancel",
    "comes_to_an_end": "circle_waits_for_ever waits_for_ever_after_an_error",
    "nothing_left_running": (
        "cancels_and_leaves others_go_on_after_an_error stages_by_gather steps_outlive_a_cancel"
    ),
}

CHAIN = {"d": ["c"], "c": ["a"], "b": [], "a": []}
DIAMOND = {"top": ("left", "right"), "left": {"base"}, "right": ["base"], "base": ()}
PAIR = {"e": ["c"], "d": ["b"], "c": ["a"], "b": ["a"], "a": []}
ODD = {"none": None, "zero": 0, "empty": "", "false": False}


def plan(draw):
    """Return how long each step of the chain takes; the one that stands alone is the longest."""
    # Nobody who looks every 0.1 s looks just when a step is done.
    a, c, d = draw.shuffled([0.375, 0.625, 0.875, 1.125])[:3]
    return {"a": a, "b": a + c + d + 0.25, "c": c, "d": d}


def plan_diamond(draw):
    """Return how long each step of the diamond takes; one side is quicker."""
    left, right = sorted(draw.seconds(2), reverse=draw.pick([True, False]))
    return {"base": 0.375, "left": left, "right": right, "top": 0.5}


def value_of(step):
    """Return what the given `run` makes of a step."""
    return f"<{step}>"


@scenario
async def chain(kata, draw, work):
    return await kata.run_graph(dict(CHAIN), work("run", plan(draw), gives=value_of))


@scenario
async def diamond(kata, draw, work, note):
    deps = copy.deepcopy(DIAMOND)
    values = await kata.run_graph(deps, work("run", plan_diamond(draw), gives=value_of))
    note("deps", deps)
    return values


@scenario
async def two_end_together(kata, draw, work):
    return await kata.run_graph(dict(PAIR), work("run", plan(draw)["a"], gives=value_of))


@scenario(schedules=3)
async def odd_values(kata, work):
    deps = {f"after {step}": [step] for step in ODD} | {step: [] for step in ODD}
    return await kata.run_graph(deps, work("run", 0.5, gives=ODD.get))


@scenario
async def no_steps(kata, work):
    return await kata.run_graph({}, work("run", 1))


@scenario
async def circle(kata, work, attempt):
    deps = {"walls": [], "egg": ["hen", "walls"], "hen": ["nest"], "nest": ["egg"]}
    return await attempt(kata.run_graph(deps, work("run", 1)))


@scenario
async def circle_of_one(kata, work, attempt):
    return await attempt(kata.run_graph({"walls": [], "egg": ["egg"]}, work("run", 1)))


@scenario
async def unknown_need(kata, work, attempt):
    deps = {"walls": [], "roof": ["walls", "wals"]}
    return await attempt(kata.run_graph(deps, work("run", 1)))


@scenario
async def one_fails(kata, work, attempt, failure):
    deps = {"garden": [], "pond": ["garden"], "walls": [], "roof": ["walls"]}
    waits = {"walls": 1, "garden": 3}
    run = work("run", waits, fails={"walls": failure("no bricks")}, cleanup=0.5)
    return await attempt(kata.run_graph(deps, run))


@scenario
async def cancelled_anywhere(kata, draw, work, sweep):
    await sweep(kata.run_graph(dict(CHAIN), work("run", plan(draw))))


def begun(run):
    """Return when each step began, if it did."""
    calls = [call for call in run.calls("run") if call.started is not None]
    return {call.args[0]: call.started for call in reversed(calls)}


def starts_at(run, step, when, because):
    """Ask that a step began at an instant."""
    at = begun(run).get(step)
    got = "never" if at is None else f"{step} at {at:g} s"
    run.expect(got, f"{step} at {when:g} s", because=because)


def runs_nothing(run, because):
    """Ask that no step began."""
    steps = sorted(begun(run))
    told = f"{' and '.join(steps) or 'no step'} {'were' if len(steps) > 1 else 'was'} run"
    run.expect(told, "no step was run", because=because)


@catches("needs_have_to_come_first one_by_one")
def test_a_step_without_needs_starts_at_once(chain):
    """A step that needs nothing starts at the first moment."""
    for step in ("a", "b"):
        starts_at(chain, step, 0, f"{step} needs nothing")


@catches(
    "all_at_once level_by_level looks_now_and_then needs_further_down_are_overlooked"
    " needs_have_to_come_first one_by_one stages_by_gather stages_of_the_sorter"
)
def test_a_step_waits_for_its_own_needs_only(chain):
    """A step starts when its own need is done, whatever else is running."""
    waits = plan(chain.draw)
    starts_at(chain, "c", waits["a"], f"c needs a and nothing else, and a takes {waits['a']:g} s")


@catches(
    "all_at_once level_by_level looks_now_and_then needs_further_down_are_overlooked"
    " needs_have_to_come_first one_by_one stages_by_gather stages_of_the_sorter"
)
def test_a_chain_goes_on_without_a_gap(chain):
    """Along a chain each step starts when the one before it is done."""
    waits = plan(chain.draw)
    why = f"d needs c, c needs a, and these take {waits['c']:g} s and {waits['a']:g} s"
    starts_at(chain, "d", waits["a"] + waits["c"], why)


@catches("level_by_level needs_have_to_come_first one_by_one stages_by_gather stages_of_the_sorter")
def test_as_long_as_the_longest_way(chain):
    """It takes as long as the longest chain of needs."""
    waits = plan(chain.draw)
    late = "a step waited for one that it does not need"
    early = "you returned before every step was done"
    formula = f"max({waits['b']:g}, {waits['a']:g} + {waits['c']:g} + {waits['d']:g})"
    chain.takes(waits["b"], formula, late=late, early=early)


@catches("needs_have_to_come_first returns_a_list")
def test_every_step_has_its_value(chain):
    """A dict comes back with the value of every step."""
    chain.gives({step: value_of(step) for step in CHAIN})


@catches("diamond_taken_for_a_circle needs_have_to_come_first shared_needs_run_again")
def test_each_step_runs_once(diamond):
    """A step that several others need runs once."""
    ran = [call.args[0] for call in diamond.calls("run") if call.started is not None]
    got = {step: ran.count(step) for step in DIAMOND}
    diamond.expect(got, dict.fromkeys(DIAMOND, 1), because="this is how often each step ran")


@catches(
    "all_at_once diamond_taken_for_a_circle looks_now_and_then needs_further_down_are_overlooked"
    " needs_have_to_come_first one_by_one one_need_is_enough"
)
def test_a_step_waits_for_all_its_needs(diamond):
    """A step starts when the last of its needs is done."""
    waits = plan_diamond(diamond.draw)
    left, right = waits["base"] + waits["left"], waits["base"] + waits["right"]
    why = f"it needs left, done at {left:g} s, and right, done at {right:g} s"
    starts_at(diamond, "top", max(left, right), why)


@catches("diamond_taken_for_a_circle needs_have_to_come_first takes_the_graph_apart")
def test_the_graph_stays_as_it_is(diamond):
    """The caller's graph is the same afterwards."""
    diamond.expect(diamond.notes("deps")[0].value, DIAMOND)


@catches(
    "all_at_once looks_now_and_then needs_further_down_are_overlooked needs_have_to_come_first"
    " one_by_one takes_one_of_those_done"
)
def test_two_that_end_together(two_end_together):
    """When two steps end at the same moment, the followers of both start."""
    one = plan(two_end_together.draw)["a"]
    for step, need in (("d", "b"), ("e", "c")):
        why = f"{step} needs {need}; b and c are both done at {2 * one:g} s"
        starts_at(two_end_together, step, 2 * one, why)


@catches(
    "empty_value_means_not_done needs_have_to_come_first returns_a_list takes_one_of_those_done"
)
def test_any_value_counts(odd_values):
    """None, 0 and an empty text are values like any other."""
    odd_values.gives(ODD | {f"after {step}": None for step in ODD})


@catches("returns_a_list")
def test_no_steps_no_values(no_steps):
    """Without steps there is an empty dict."""
    no_steps.gives({})


@catches("circle_waits_for_ever")
def test_a_circle_is_a_value_error(circle):
    """Steps that need each other in a circle raise a ValueError."""
    circle.raises(ValueError, because="egg needs hen, hen needs nest, and nest needs egg")


@catches("circle_found_too_late circle_waits_for_ever stages_by_gather")
def test_no_step_of_a_circle_is_run(circle):
    """When there is a circle, no step is run."""
    runs_nothing(circle, because="this graph can never be finished")


@catches("circle_found_too_late circle_waits_for_ever stages_by_gather steps_that_need_themselves")
def test_a_step_that_needs_itself(circle_of_one):
    """A step that needs itself is a circle, too: a ValueError, and no step is run."""
    runs_nothing(circle_of_one, because="egg can never be done")
    circle_of_one.raises(ValueError, because="egg needs egg")


@catches("key_error_for_an_unknown_need unknown_need_is_overlooked unknown_need_is_run")
def test_an_unknown_need_is_a_value_error(unknown_need):
    """A need that has no entry raises a ValueError."""
    unknown_need.raises(ValueError, because='roof needs "wals", and there are only walls')


@catches("key_error_for_an_unknown_need unknown_need_is_overlooked unknown_need_is_run")
def test_nothing_is_run_with_an_unknown_need(unknown_need):
    """When a need has no entry, no step is run."""
    runs_nothing(unknown_need, because='there is no step "wals"')


@catches("hides_errors waits_for_ever_after_an_error")
def test_an_error_comes_out(one_fails):
    """When a step fails, its error comes out."""
    one_fails.raises("no bricks", because="walls failed, and the caller has to learn of it")


@catches("all_at_once failed_need_counts_as_done hides_errors waits_for_ever_after_an_error")
def test_no_step_without_what_it_needs(one_fails):
    """A step that needs one that has failed does not start."""
    got = "roof starts" if "roof" in begun(one_fails) else "roof does not start"
    one_fails.expect(got, "roof does not start", because="it needs walls, which fails")


@catches(
    "all_at_once failed_need_counts_as_done hears_of_the_error_late hides_errors"
    " waits_for_all_then_raises waits_for_ever_after_an_error"
)
def test_nothing_starts_after_a_failure(one_fails):
    """When a step has failed, no other starts, whatever it needs."""
    got = "pond starts" if "pond" in begun(one_fails) else "pond does not start"
    why = "it needs garden, which was to be cancelled when walls failed"
    one_fails.expect(got, "pond does not start", because=why)


@catches(
    "cancels_and_leaves failed_need_counts_as_done hears_of_the_error_late hides_errors one_by_one"
    " others_go_on_after_an_error stages_by_gather waits_for_all_then_raises"
    " waits_for_ever_after_an_error"
)
def test_it_is_over_when_the_cancelled_have_ended(one_fails):
    """After a failure the running steps are cancelled, and you return when they have ended."""
    early = "a step that is cancelled at 1 s needs 0.5 s here to clean up"
    late = "walls failed at 1 s, and what was running then has to be cancelled"
    one_fails.takes(1.5, "1 + 0.5", early=early, late=late)
