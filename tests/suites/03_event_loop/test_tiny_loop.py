"""Tiny loop: whole rounds, results by name, a turn for the real loop, nothing left open."""

import asyncio
import inspect

from grader.suite import Draw, catches, scenario

LONG = 20  # steps of the jobs that another job's failure should cut short
MANY_TURNS = 100  # of the task beside; bounded, so that it never looks like a busy wait


def plan(draw: Draw) -> dict[str, tuple[int, int | str | None]]:
    """Draw jobs: name -> (how often it pauses, what it returns).

    A long job stands before a short one and another long one after it, so that a skipped turn
    shows; one job never pauses; one returns nothing.
    """
    first, second, third, fourth = draw.names(4)
    return {
        first: (draw.number(5, 7), draw.number(10, 99)),
        second: (draw.number(1, 2), draw.number(10, 99)),
        third: (draw.number(4, 6), None),
        fourth: (0, first.upper()),
    }


def stepped():
    """Raise TypeError when a job was handed to the loop instead of being stepped.

    The asyncio of Python 3.11 still takes generators for coroutines; later ones do not.
    """
    task = asyncio.current_task()
    if task is not None and inspect.isgenerator(task.get_coro()):
        raise TypeError("a generator is no coroutine: asyncio cannot run it")


def job(name, pauses, result, note):
    """A job that writes down each of its steps."""
    stepped()
    for step in range(1, pauses + 1):
        note("step", [name, step])
        yield
    note("step", [name, pauses + 1])
    return result


def breaks(note, failure):
    """A job that fails at its fourth step."""
    stepped()
    yield
    yield
    yield
    note("failed")
    raise failure("this job is broken")


def lasts(name, pauses, note):
    """A job that no error from outside brings out of step; only `close` ends it early."""
    stepped()
    for _ in range(pauses):
        try:
            yield
        except Exception:
            note("disturbed", name)
    note("finished", name)


@scenario(schedules=1)  # it is about turns, and only asyncio's own order is fair to all
async def taking_turns(kata, draw, note):
    """Run jobs of uneven length while another task of the real loop wants its turns too."""
    jobs = {name: job(name, *rest, note) for name, rest in plan(draw).items()}

    async def beside():
        for _ in range(MANY_TURNS):
            note("turn")
            await asyncio.sleep(0)

    other = asyncio.create_task(beside())
    results = await kata.run_all(jobs)
    other.cancel()
    return {"results": results, "jobs": list(jobs)}


@scenario
async def no_jobs(kata):
    """Run nothing."""
    return await kata.run_all({})


@scenario
async def one_fails(kata, draw, note, attempt, failure):
    """One job ends, then another one fails while two have many steps to go."""
    before, failing, short, after = draw.names(4)
    jobs = {before: lasts(before, LONG, note), failing: breaks(note, failure)}
    jobs |= {short: lasts(short, 1, note), after: lasts(after, LONG, note)}
    ended = await attempt(kata.run_all(jobs))
    state = inspect.getgeneratorstate
    still = [name for name, each in jobs.items() if state(each) != inspect.GEN_CLOSED]
    return {"ended": ended, "open": still}


def why_not(got, expected: dict) -> str:
    """Return what is wrong with the results."""
    if not isinstance(got, dict):
        return "a dict is asked for, with each result under the name of its job"
    missing = [name for name in expected if name not in got]
    if missing:
        return f"nothing stands under {missing[0]}"
    return "the return value of a generator travels in its StopIteration"


def first_out_of_step(steps: list[list]) -> list | None:
    """Return the first step that was taken before an earlier round was over."""
    latest = 0
    for name, step in steps:
        if step < latest:
            return [name, step]
        latest = step
    return None


@catches(
    "awaits_the_generators deletes_while_iterating gathers_the_generators"
    " keeps_what_counts_as_true keeps_what_was_yielded lets_stop_iteration_escape lists_each_job"
    " loops_over_each_job loses_return_values steps_finished_jobs visible_example"
)
def test_results_by_name(taking_turns):
    """The result holds what each job returned, under its name."""
    expected = {name: result for name, (_, result) in plan(taking_turns.draw).items()}
    got = taking_turns.value["results"]
    taking_turns.expect(got, expected, because=why_not(got, expected))


@catches(
    "awaits_the_generators deletes_while_iterating gathers_the_generators"
    " lets_stop_iteration_escape lists_each_job loops_over_each_job one_job_after_another"
    " removes_while_iterating runs_each_to_its_end tasks_without_a_pause"
)
def test_rounds_are_whole(taking_turns):
    """No job takes its next step before all others had theirs."""
    steps = [note.value for note in taking_turns.notes("step")]
    late = first_out_of_step(steps)
    assert late is None, taking_turns.explain(
        "round after round",
        got=" ".join(f"{name}-{step}" for name, step in steps),
        because=f"{late[0]} took step {late[1]} when another job was a round ahead",
    )


@catches(
    "a_turn_every_other_round awaits_the_generators deletes_while_iterating gathers_the_generators"
    " lets_stop_iteration_escape lists_each_job never_gives_way no_turn_when_a_job_ends"
    " one_turn_at_the_end runs_each_to_its_end tasks_without_a_pause"
)
def test_others_get_a_turn_in_each_round(taking_turns):
    """Between two steps of a job, other tasks of the real loop get a turn."""
    stepped_at: dict[str, tuple[int, float]] = {}  # job -> turns of others so far, and time
    turns = 0
    for note in taking_turns.notes():
        turns += note.label == "turn"
        if note.label == "step":
            name, step = note.value
            # Time moves only when nobody can run, so where it moved the others had their turn.
            assert stepped_at.get(name) != (turns, note.at), taking_turns.explain(
                f"{name}-{step - 1}, other tasks, {name}-{step}",
                got=f"{name}-{step - 1}, {name}-{step}",
                because="nothing in between paused, so the real loop could not run anybody else",
            )
            stepped_at[name] = (turns, note.at)


@catches(
    "awaits_the_generators deletes_while_iterating gathers_the_generators"
    " lets_stop_iteration_escape naps_between_rounds"
)
def test_no_time_passes(taking_turns):
    """Giving the loop a turn costs no time."""
    assert taking_turns.makespan == 0, taking_turns.explain(
        0, because="the jobs never wait for time, so you need not either"
    )


@catches(
    "awaits_the_generators deletes_while_iterating empties_the_mapping gathers_the_generators"
    " lets_stop_iteration_escape"
)
def test_mapping_is_left_alone(taking_turns):
    """The mapping of jobs is unchanged when you return."""
    names = list(plan(taking_turns.draw))
    assert taking_turns.value["jobs"] == names, taking_turns.explain(
        names, got=taking_turns.value["jobs"], because="the mapping belongs to the caller"
    )


@catches("begins_without_looking")
def test_no_jobs_no_results(no_jobs):
    """Without jobs the result is an empty dict, at once."""
    assert no_jobs.value == {}, no_jobs.explain({}, got=no_jobs.value)
    assert no_jobs.makespan == 0, no_jobs.explain(0, because="there is nothing to wait for")


@catches(
    "awaits_the_generators deletes_while_iterating gathers_the_generators hides_a_failure"
    " lets_stop_iteration_escape returns_what_it_has visible_example"
)
def test_error_of_a_job_comes_out(one_fails):
    """When a job fails, your caller gets its error."""
    ended = one_fails.value["ended"]
    failed = bool(one_fails.notes("failed"))
    assert ended.error and "this job is broken" in ended.error.marks, one_fails.explain(
        "RuntimeError: this job is broken",
        got=ended,
        because="one job raised the RuntimeError" if failed else "no job came to its error",
    )


@catches("hides_a_failure raises_at_the_end tasks_without_a_pause")
def test_failure_ends_the_rounds(one_fails):
    """When a job fails, the others are not run on to their end."""
    labels = [note.label for note in one_fails.notes()]
    failed = labels.index("failed") if "failed" in labels else len(labels)
    went_on = [note.value for note in one_fails.notes()[failed:] if note.label == "finished"]
    assert not went_on, one_fails.explain(
        "the other jobs closed half-way",
        got=f"{' and '.join(went_on)} finished",
        because="they were stepped to their end after another job had failed",
    )


@catches(
    "awaits_the_generators closes_only_those_behind deletes_while_iterating leaves_the_others_open"
    " lets_stop_iteration_escape lists_each_job loops_over_each_job one_job_after_another"
    " runs_each_to_its_end throws_the_error_into_the_others"
)
def test_other_jobs_are_closed(one_fails):
    """When a job fails, the other jobs are closed before its error comes out."""
    left = one_fails.value["open"]
    disturbed = [note.value for note in one_fails.notes("disturbed")]
    why = "an error was thrown into them, and only `close` ends a job" if disturbed else ""
    assert left == [], one_fails.explain(
        "no job open when your code was left", got=f"open: {', '.join(left)}", because=why
    )
