"""How a suite gets its runs, and how a check is called with them."""

from pathlib import Path
from types import ModuleType

import pytest

from grader.catalog import Kata
from grader.errors import CourseError
from grader.judge.finding import CheckFailed
from grader.judge.plugin import Asked, Judged, furnish, judge_check, sentence_of
from grader.run import Error, Record, Run, Trouble

KATA = Kata(Path("nowhere"), Path("01_toys/01_made_up"))
CALM, CALM_TOO = Run("calm", makespan=1), Run("calm", seed=7, makespan=1)


class NoRuns:
    def record(self, kata):
        return Record(kata.id)


def asked(name, *runs, trouble=None):
    return Asked(name, KATA.id, runs, trouble)


def furnished(**names):
    module = ModuleType("suite")
    vars(module).update(names)
    furnish(module, KATA, NoRuns())
    return module


def test_a_check_is_called_once_for_each_seed():
    seen = []
    bundle = asked("burst", Run("burst", seed=0), Run("burst", seed=4))
    judge_check(lambda burst: seen.append(burst.run.seed), {"burst": bundle}, Judged())
    assert seen == [0, 4]


def test_scenarios_of_a_check_are_paired_by_seed():
    seen = []
    arguments = {
        "burst": asked("burst", Run("burst", seed=0), Run("burst", seed=4)),
        "calm": asked("calm", Run("calm", seed=0)),
    }
    check = lambda burst, calm: seen.append((burst.run.seed, calm.run.seed))  # noqa: E731 - one line
    judge_check(check, arguments, Judged())
    assert seen == [(0, 0), (4, 0)]


def test_the_first_failure_is_told_with_its_seed_and_what_others_show():
    def check(burst):
        assert burst.makespan == 1, burst.explain(1)

    runs = [Run("burst", seed=seed, makespan=float(seed)) for seed in (1, 5, 9)]
    judged = Judged()
    with pytest.raises(AssertionError):
        judge_check(check, {"burst": asked("burst", *runs)}, judged)
    finding = judged.finding
    assert (finding.schedule, judged.run.makespan, finding.got) == (5, 5.0, "5 s")
    assert finding.depends == (
        "it holds under schedule 1 and fails under 2 schedules:"
        " what comes first is left open, at one and the same instant or in a set"
    )


def no_call_at_all(burst, calm):
    burst.calls()[0]


def too_slow(burst, calm):
    burst.takes(0)


@pytest.mark.parametrize(
    ("check", "burst"),
    [
        (too_slow, Run("burst", makespan=2)),
        (no_call_at_all, Run("burst", makespan=2)),
        (too_slow, Run("burst", makespan=2, error=Error("KeyError", "'x'"))),
    ],
)
def test_a_failure_is_told_of_the_experiment_in_which_it_showed(check, burst):
    judged = Judged()
    with pytest.raises(AssertionError):
        judge_check(check, {"burst": asked("burst", burst), "calm": asked("calm", CALM)}, judged)
    assert (judged.run, judged.finding.scenario) == (burst, "burst")


def test_on_what_a_failure_depends_is_seen_in_that_experiment_alone():
    bursts = [Run("burst", seed=seed, makespan=float(seed)) for seed in (0, 5)]
    judged = Judged()
    with pytest.raises(AssertionError):
        arguments = {"burst": asked("burst", *bursts), "calm": asked("calm", CALM, CALM_TOO)}
        judge_check(too_slow, arguments, judged)
    assert judged.finding.schedule == 5
    assert judged.finding.depends.startswith(
        "it holds under asyncio's own order and fails under schedule 5: "
    )


@pytest.mark.parametrize(
    ("bundle", "message"),
    [
        (asked("burst"), "The experiment `burst` gave no result: your code ended it early."),
        (asked("burst", trouble=Trouble("signal", "It crashed.")), "It crashed."),
        (
            asked("burst", Run("burst", error=Error("KeyError", "'x'"))),
            "Using your code raised KeyError: 'x'.",
        ),
    ],
)
def test_the_body_of_a_check_never_sees_a_run_that_did_not_end(bundle, message):
    judged = Judged()
    with pytest.raises(CheckFailed):
        judge_check(lambda burst: pytest.fail("called"), {"burst": bundle}, judged)
    assert judged.finding.message == message


def test_an_exception_of_a_check_is_no_finding():
    judged = Judged()
    with pytest.raises(ZeroDivisionError):
        judge_check(lambda burst: 1 / 0, {"burst": asked("burst", Run("burst"))}, judged)
    assert judged.finding is None


def test_a_check_that_says_fail_fails_with_its_words():
    judged = Judged()
    with pytest.raises(pytest.fail.Exception):
        judge_check(lambda: pytest.fail("too late"), {}, judged)
    assert judged.finding.message == "too late"


def test_each_suite_gets_every_free_check_with_its_claims():
    module = furnished(FREE={"one_loop": "runs_a_loop and_another"})
    assert sum(name.startswith("test_free_") for name in vars(module)) == 6
    assert module.test_free_one_loop.__catches__ == ("runs_a_loop", "and_another")
    assert module.test_free_no_error_lost.__catches__ == ()
    assert sentence_of(module.test_free_everything_awaited) == (
        "Every coroutine that is made is awaited."
    )


def test_a_suite_may_lift_a_free_check():
    module = furnished(LIFTED=("nothing_left_running",))
    assert not hasattr(module, "test_free_nothing_left_running")


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ({"LIFTED": ("one_lop",)}, "LIFTED names no free check 'one_lop'. Is it one_loop?"),
        (
            {"FREE": {"one_loop": ("typo",)}},
            "FREE gives each free check its mistakes as one text, with spaces.",
        ),
    ],
)
def test_a_wrong_name_in_a_suite_breaks_the_course(names, message):
    with pytest.raises(CourseError) as raised:
        furnished(**names)
    assert str(raised.value).endswith(message)
    assert str(raised.value).startswith("tests/suites/01_toys/test_made_up.py: ")
