"""Schedules and sweeps from end to end: mistakes that asyncio's own order hides are caught."""

from pathlib import Path

import pytest

from grader.catalog import Course
from grader.plan import Plan
from grader.runner import Runner
from grader.verify import verify

COURSE = Course(Path(__file__).parents[1] / "courses" / "shaken")
ROLL_CALL, LENT = COURSE.katas
ARRIVAL_ORDER = ROLL_CALL.root / ROLL_CALL.mistakes["arrival_order"]
BY_NAMES = "test_answers_follow_the_names"


@pytest.fixture(scope="module")
def runner():
    with Runner(COURSE, COURSE.katas) as runner:
        yield runner


def check(verdict, name):
    return next(check for check in verdict.checks if check.name == name)


def test_the_course_is_proven():
    assert [proof.problems for proof in verify(COURSE, COURSE.katas)] == [(), ()]


def test_a_lucky_order_is_no_pass_and_the_verdict_says_so(runner):
    failed = check(runner.judge(ROLL_CALL, ARRIVAL_ORDER), BY_NAMES)
    assert (failed.status, failed.schedule) == ("fail", 1)
    assert failed.depends.startswith("it holds under asyncio's own order and fails under")


def test_a_seed_replays_exactly(runner):
    usual = check(runner.judge(ROLL_CALL, ARRIVAL_ORDER), BY_NAMES)
    again = check(runner.judge(ROLL_CALL, ARRIVAL_ORDER, Plan(schedule=1)), BY_NAMES)
    assert (again.schedule, again.got) == (1, usual.got)
    assert again.depends == ""


def test_asyncios_own_order_alone_sees_nothing_wrong(runner):
    verdict = runner.judge(ROLL_CALL, ARRIVAL_ORDER, Plan(schedule=0))
    assert check(verdict, BY_NAMES).status == "pass"


def test_a_seed_nobody_ran_yet_runs_as_well(runner):
    record = runner.record(ROLL_CALL, ARRIVAL_ORDER, Plan(schedule=4242))
    assert {run.seed for run in record.runs} == {4242}
    assert len(record.runs) == 2


def test_the_same_seed_gives_the_same_record_in_another_process():
    records = []
    for _ in range(2):
        with Runner(COURSE, [ROLL_CALL]) as fresh:
            records.append(fresh.record(ROLL_CALL, ARRIVAL_ORDER))
    first, second = records
    assert first.runs == second.runs
    assert len(first.runs) > 10


def test_a_permit_lost_in_the_clean_up_is_found_and_told(runner):
    verdict = runner.judge(LENT, LENT.root / LENT.mistakes["given_back_last"])
    failed = check(verdict, "test_free_nothing_left_running")
    assert failed.message == (
        "A permit of the Semaphore you were lent, taken at lent.py:12, was never given back."
    )
    assert failed.because == (
        "the experiment cancelled you at t=0, while lent.py:14 was waiting,"
        " and once more at t=0, in the middle of your clean-up"
    )


def test_a_swallowed_cancel_is_found_and_told(runner):
    verdict = runner.judge(LENT, LENT.root / LENT.mistakes["stubborn"])
    failed = check(verdict, "test_free_cancel_comes_out")
    assert (
        failed.message == "You were cancelled, and went on and returned as if nothing had happened."
    )


def test_a_kata_that_sweeps_nothing_has_no_check_of_it(runner):
    names = [check.name for check in runner.judge(ROLL_CALL, ARRIVAL_ORDER).checks]
    assert "test_free_cancel_comes_out" not in names


DIES_LATER = """
import asyncio, os

async def roll_call(ask, names):
    answers = [await answer for answer in asyncio.as_completed([ask(name) for name in names])]
    if answers[0] != names[0].upper():
        os._exit(7)
    return answers
"""


def test_a_death_under_another_schedule_is_a_verdict_with_its_seed(runner, tmp_path):
    file = tmp_path / ROLL_CALL.filename
    file.write_text(DIES_LATER)
    failed = check(runner.judge(ROLL_CALL, file), BY_NAMES)
    assert failed.schedule == 1
    assert "exit code 7" in failed.message


def test_what_is_printed_is_shown_once_not_for_each_schedule(runner, tmp_path):
    file = tmp_path / ROLL_CALL.filename
    text = (ROLL_CALL.root / ROLL_CALL.reference).read_text()
    file.write_text(text.replace("    return", "    print('asked')\n    return"))
    verdict = runner.judge(ROLL_CALL, file)
    assert (verdict.solved, verdict.output) == (True, "asked\n" * 2)


ONE_HOP_EACH = """
import asyncio

async def roll_call(ask, names):
    answers = []
    async def note(answer, hops):
        for _ in range(hops):
            await asyncio.sleep(0)
        answers.append(answer)
    given = await asyncio.gather(*map(ask, names))
    await asyncio.gather(*map(note, given, range(len(given))))
    return answers
"""


def test_exploring_finds_what_only_the_order_of_ready_tasks_keeps_up(runner, tmp_path):
    file = tmp_path / ROLL_CALL.filename
    file.write_text(ONE_HOP_EACH)
    assert runner.judge(ROLL_CALL, file).solved
    failed = check(runner.judge(ROLL_CALL, file, Plan(explore=10)), BY_NAMES)
    assert (failed.status, failed.schedule) == ("fail", 0)
    assert failed.depends.startswith("it holds under")
    assert "schedule" not in failed.depends
