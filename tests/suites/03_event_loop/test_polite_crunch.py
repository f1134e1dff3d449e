"""A sum with pauses: never more than `every` calls of weigh between two turns of the others."""

import asyncio
from collections import Counter

from grader.suite import catches, scenario

FREE = {
    "everything_awaited": "pause_not_awaited",
    "no_error_lost": "crunches_in_the_background",
    "nothing_left_running": "crunches_in_the_background",
}

LONG = 1500  # more than Python lets functions call one another


def plan(draw):
    """Return numbers, some of them more than once, and how many of them may go without a pause.

    The rest after the last full slice is not empty.
    """
    every = draw.pick([3, 4, 5])
    numbers = [draw.number(10, 29) for _ in range(every * 9 + 2)]
    return numbers, every


def weight_of(number):
    """Return what a number weighs; some weigh nothing."""
    return number * number if number % 3 else 0


def scales(spy):
    """Return a watched `weigh`, and how often it was called between turns of somebody beside it.

    Whenever weigh is called, somebody is ready for a turn of the loop, or becomes so.
    """
    loop = asyncio.get_running_loop()
    calls = [0]
    waiting = []

    def turn():
        waiting.clear()
        calls.append(0)

    def weigh(number):
        if not waiting:
            waiting.append(loop.call_soon_threadsafe(turn))
        calls[-1] += 1
        return weight_of(number)

    return spy(weigh, name="weigh"), calls


# One schedule: these are about turns, and only asyncio's own order is fair to all.


@scenario(schedules=1)
async def many_numbers(kata, draw, spy):
    numbers, every = plan(draw)
    weigh, calls = scales(spy)
    weight = await kata.total(numbers, weigh, every)
    return {"weight": weight, "calls": calls, "numbers": numbers}


@scenario(schedules=1)
async def a_pause_after_each(kata, draw, spy):
    numbers, _ = plan(draw)
    weigh, calls = scales(spy)
    await kata.total(numbers, weigh, 1)
    return calls


@scenario(schedules=1)
async def few_numbers(kata, draw, spy):
    numbers, _ = plan(draw)
    weigh, _ = scales(spy)
    return await kata.total(tuple(numbers), weigh, 1000)


@scenario(schedules=1)
async def no_numbers(kata, spy):
    return await kata.total([], scales(spy)[0], 2)


@scenario(schedules=1)
async def a_long_list(kata):
    return await kata.total([19] * LONG, weight_of, 1)


@scenario(schedules=1)
async def weigh_fails(kata, draw, attempt, failure):
    numbers, every = plan(draw)

    def weigh(number):
        if number == numbers[-2]:
            raise failure("too heavy")
        return weight_of(number)

    return await attempt(kata.total(numbers, weigh, every))


def ask_at_most(run, every, most, because=""):
    """Ask that at most `every` calls of weigh came between two turns of somebody else."""
    told = f"at most {every} call{'s' * (every > 1)} of weigh between two turns of others"
    assert most <= every, run.explain(told, got=f"{most} calls", because=because)


@catches("adds_the_numbers crunches_in_the_background forgets_the_rest weighs_equal_numbers_once")
def test_the_weights_add_up(many_numbers):
    """The sum of all weights comes back, equal numbers and the last ones included."""
    numbers, _ = plan(many_numbers.draw)
    many_numbers.expect(many_numbers.value["weight"], sum(map(weight_of, numbers)))


@catches(
    "as_many_slices_as_every asks_the_number awaits_an_empty_gather awaits_an_empty_pause"
    " awaits_what_never_waits blocks_for_a_moment crunches_in_a_thread few_numbers_in_one_go"
    " first_slice_too_long never_pauses one_number_too_many one_task_per_slice pause_in_a_task"
    " pause_not_awaited pauses_by_the_clock pauses_only_once pauses_when_all_is_done"
    " takes_a_free_lock two_workers_at_once weighs_all_before_it_adds weighs_twice"
    " what_weighs_nothing_does_not_count"
)
def test_others_get_their_turns(many_numbers):
    """Between two turns of the others, weigh is called `every` times at most."""
    numbers, every = plan(many_numbers.draw)
    most = max(many_numbers.value["calls"])
    why = "these are all there were" if most == len(numbers) else ""
    ask_at_most(many_numbers, every, most, why)


@catches(
    "always_a_pause_after_two as_many_slices_as_every awaits_an_empty_gather awaits_an_empty_pause"
    " awaits_what_never_waits blocks_for_a_moment crunches_in_a_thread few_numbers_in_one_go"
    " first_slice_too_long never_pauses one_number_too_many one_task_per_slice pause_in_a_task"
    " pause_not_awaited pauses_by_the_clock pauses_only_once pauses_when_all_is_done"
    " takes_a_free_lock two_workers_at_once weighs_all_before_it_adds weighs_twice"
    " what_weighs_nothing_does_not_count"
)
def test_others_get_a_turn_after_each(a_pause_after_each):
    """When `every` is 1, the others get a turn after each number."""
    ask_at_most(a_pause_after_each, 1, max(a_pause_after_each.value))


@catches(
    "adds_the_numbers crunches_in_the_background forgets_the_rest remembers_the_weights"
    " weighs_equal_numbers_once weighs_twice"
)
def test_each_number_is_weighed_once(many_numbers):
    """weigh is called once for each number, also for one that occurs again."""
    wanted = Counter(f"weigh({number})" for number in plan(many_numbers.draw)[0])
    got = Counter(f"weigh({given})" for call in many_numbers.calls("weigh") for given in call.args)
    for call in wanted | got:
        often = f"this is how often {call} was called"
        many_numbers.expect(got[call], wanted[call], because=often)


@catches("crunches_in_a_thread weighs_in_a_thread")
def test_weigh_stays_in_the_thread_of_the_loop(many_numbers):
    """weigh is called in the loop's thread."""
    elsewhere = [call for call in many_numbers.calls("weigh") if call.thread != "loop"]
    many_numbers.expect(len(elsewhere), 0, because="this is how often another thread called weigh")


@catches("naps_a_millisecond")
def test_no_time_passes(many_numbers):
    """The answer is there without any time passing."""
    many_numbers.takes(0, because="weighing waits for nothing, and a pause need not take time")


@catches(
    "adds_the_numbers as_many_slices_as_every crunches_in_the_background forgets_the_rest"
    " takes_the_numbers_away weighs_equal_numbers_once"
)
def test_few_numbers_will_do(few_numbers):
    """Fewer numbers than `every`, in a tuple: their weights add up too."""
    numbers, _ = plan(few_numbers.draw)
    few_numbers.gives(sum(map(weight_of, numbers)))


@catches("as_many_slices_as_every")
def test_no_numbers_weigh_nothing(no_numbers):
    """Without numbers the sum is 0."""
    no_numbers.gives(0)


@catches(
    "adds_the_numbers crunches_in_the_background one_call_deeper_for_each_slice"
    " weighs_equal_numbers_once"
)
def test_a_long_list_will_do(a_long_list):
    """A list of more than a thousand numbers, with a pause after each, is no trouble."""
    a_long_list.gives(LONG * weight_of(19))


@catches("adds_the_numbers crunches_in_the_background skips_what_fails")
def test_error_of_weigh_comes_out(weigh_fails):
    """When weigh fails, its error comes out."""
    weigh_fails.raises("too heavy")


@catches("takes_the_numbers_away")
def test_numbers_are_left_alone(many_numbers):
    """The list of numbers is unchanged when you return."""
    numbers, _ = plan(many_numbers.draw)
    left = many_numbers.value["numbers"]
    assert left == numbers, many_numbers.explain(
        f"{len(numbers)} numbers, as they were", got=f"{len(left)} numbers, not as they were"
    )
