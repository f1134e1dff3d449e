"""Which right answer is drawn beside a wrong one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from grader.catalog import Course
from grader.expected import MOST_ANSWERS, RightAnswers
from grader.run import Trouble
from grader.runner import Runner
from grader.verdict import Bar

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def limit_three():
    """A real kata with a runner."""
    course = Course(ROOT)
    kata = course.find("limit_three")
    with Runner(course, [kata]) as runner:
        yield runner, kata


def failed(runner, kata, mistake):
    """Return the failed checks of a mistake."""
    verdict = runner.judge(kata, kata.root / kata.mistakes[mistake])
    return [check for check in verdict.checks if check.status == "fail"]


def test_a_right_answer_in_time_stands_beside_a_wrong_one(limit_three):
    runner, kata = limit_three
    checks = failed(runner, kata, "batches")
    (bars,) = RightAnswers(runner.record).beside(kata, checks).values()
    assert max(bar.end for bar in bars) == 1.875
    assert checks[0].virtual_seconds == 3.125


def test_nothing_stands_beside_what_goes_right_in_time(limit_three):
    runner, kata = limit_three
    assert RightAnswers(runner.record).beside(kata, failed(runner, kata, "arrival_order")) == {}


def test_a_cancelled_run_is_compared_with_nothing(limit_three):
    runner, kata = limit_three
    checks = failed(runner, kata, "swallows_the_cancel")
    cut = [check for check in checks if any(check.take[1:])]
    assert cut
    assert RightAnswers(runner.record).beside(kata, cut) == {}


def test_the_right_answer_that_parts_latest_is_chosen(limit_three):
    runner, kata = limit_three
    (check,) = failed(runner, kata, "batches")
    early, late = (Bar("x", 0, 1),), (*check.timeline[:-1], Bar("x", 2, 3))
    right = RightAnswers(runner.record)
    right._known[kata.id, 0, check.scenario] = [early, late, early]
    assert right.beside(kata, [check]) == {check.name: late}


def test_an_answer_that_did_not_come_to_its_end_is_not_drawn(limit_three):
    runner, kata = limit_three

    def record(kata, path, plan):
        whole = runner.record(kata, path, plan)
        lost = [replace(run, trouble=Trouble("lost", "It was killed.")) for run in whole.runs]
        return replace(whole, runs=tuple(lost))

    assert RightAnswers(record).beside(kata, failed(runner, kata, "batches")) == {}


def test_each_scenario_is_recorded_once(limit_three):
    runner, kata = limit_three
    asked = []

    def record(kata, path, plan):
        asked.append(plan.only)
        return runner.record(kata, path, plan)

    right, checks = RightAnswers(record), failed(runner, kata, "no_limit")
    right.beside(kata, checks)
    right.beside(kata, checks)
    assert 0 < len(asked) <= MOST_ANSWERS
    assert len(set(asked)) == 1, "all scenarios of a failure in one go"


def test_a_hand_out_without_solutions_has_nothing_to_draw(limit_three, tmp_path):
    runner, kata = limit_three
    checks = failed(runner, kata, "batches")
    assert RightAnswers(runner.record).beside(replace(kata, root=tmp_path), checks) == {}
