"""Which runs a job takes, as far as each of them shows what else is worth one."""

import itertools

import pytest

from grader.job import Job
from grader.run import Cut, Run, Trouble
from grader.suite import Scenario
from grader.worker.itinerary import MAX_POINTS, Itinerary, Take


def itinerary(names=("a",), schedules=None, **options):
    job = Job("k", "k.py", b"", "", only=tuple(names), **options)
    return Itinerary(job, {name: Scenario(lambda: None, schedules=schedules) for name in names})


def travelled(plan, orders=lambda take: 1, points=lambda take: 0, trouble=lambda take: None):
    """Take every run of an itinerary, as if they had gone like this; return the takes."""
    taken = []

    def take_it(take):
        cut = Cut(take.point, 0.0, second=take.second) if take.point else None
        run = Run(take.scenario, take.seed, cut, trouble=trouble(take))
        plan.note(run, orders(take), points(take))
        taken.append(take)

    for take in plan.first():
        take_it(take)
    for takes in plan.further():
        for take in takes:
            take_it(take)
    return taken


def seeds(taken, name="a"):
    return [take.seed for take in taken if take.scenario == name and not take.point]


def test_where_nothing_is_open_one_run_is_enough():
    assert travelled(itinerary()) == [Take("a")]


def test_as_many_seeds_run_as_there_are_orders_ten_at_most():
    assert seeds(travelled(itinerary(), orders=lambda take: 2)) == [0, 1]
    assert seeds(travelled(itinerary(), orders=lambda take: 999)) == list(range(10))


def test_a_scenario_says_how_many_schedules_it_wants():
    assert seeds(travelled(itinerary(schedules=3), orders=lambda take: 999)) == [0, 1, 2]
    assert seeds(travelled(itinerary(schedules=1), orders=lambda take: 999)) == [0]


def test_takes_of_one_seed_share_one_import():
    plan = itinerary(("a", "b", "c"))
    for take in plan.first():
        plan.note(Run(take.scenario), 1 if take.scenario == "b" else 2, 0)
    assert next(plan.further()) == [Take("a", 1), Take("c", 1)]


def test_a_seed_asked_for_by_number_comes_after_those_before_it():
    assert seeds(travelled(itinerary(schedule=3), orders=lambda take: 999)) == [0, 1, 2, 3]
    assert seeds(travelled(itinerary(schedule=0), orders=lambda take: 999)) == [0]
    assert seeds(travelled(itinerary(schedule=777), orders=lambda take: 999)) == [0, 777]
    assert seeds(travelled(itinerary(schedule=777))) == [0]


def test_exploring_tries_as_many_orders_as_asked_for_and_sweeps_nothing():
    taken = travelled(itinerary(explore=4), points=lambda take: 5)
    assert seeds(taken) == [0, 1, 2, 3, 4]
    assert [take.explores for take in taken] == [False, True, True, True, True]
    assert not any(take.point for take in taken)


def test_a_scenario_in_asyncios_own_order_alone_is_not_explored():
    assert seeds(travelled(itinerary(schedules=1, explore=4))) == [0]


def test_a_sweep_cancels_at_each_point_in_turn():
    taken = travelled(itinerary(), points=lambda take: 0 if take.point else 3)
    assert [take.point for take in taken] == [0, 1, 2, 3]


def test_each_point_of_the_clean_up_meets_a_second_cancel():
    taken = travelled(itinerary(), points=lambda take: 2 if not take.second else 9)
    assert [(take.point, take.second) for take in taken] == [
        (0, 0), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2),
    ]  # fmt: skip


def test_of_very_many_points_evenly_spread_ones_are_tried():
    taken = travelled(itinerary(), points=lambda take: 0 if take.point else 1000)
    points = [take.point for take in taken if take.point]
    assert len(points) == MAX_POINTS
    assert (points[0], points[-1]) == (1, 1000)
    steps = {later - earlier for earlier, later in itertools.pairwise(points)}
    assert steps <= {16, 17}


def test_points_are_those_of_the_run_in_asyncios_own_order():
    taken = travelled(
        itinerary(), orders=lambda take: 2, points=lambda take: 0 if take.point else 1 + take.seed
    )
    assert [take.point for take in taken if take.point] == [1]


@pytest.mark.parametrize("kind", ["busy wait", "endless", "never yields"])
def test_what_costs_its_whole_limit_is_not_tried_again(kind):
    trouble = Trouble(kind, "...")
    taken = travelled(
        itinerary(("a", "b")), lambda take: 999, lambda take: 5,
        lambda take: trouble if take.scenario == "a" else None,
    )  # fmt: skip
    assert len([take for take in taken if take.scenario == "a"]) == 1
    assert len([take for take in taken if take.scenario == "b"]) > 10


def test_a_sweep_ends_with_the_first_run_that_costs_its_limit():
    trouble = Trouble("busy wait", "...")
    taken = travelled(
        itinerary(), points=lambda take: 3, trouble=lambda take: trouble if take.second else None
    )
    assert [(take.point, take.second) for take in taken] == [(0, 0), (1, 0), (1, 1)]


def test_a_deadlock_costs_nothing_and_is_looked_at_under_other_schedules():
    trouble = Trouble("deadlock", "...")
    assert seeds(travelled(itinerary(), lambda take: 2, trouble=lambda take: trouble)) == [0, 1]


def test_a_take_of_which_nothing_is_known_is_named_all_the_same():
    assert Take("a", 3).broken().take == (3, 0, 0)
    assert Take("a", point=2, second=1).broken().take == (0, 2, 1)
