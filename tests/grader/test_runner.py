"""Submissions in, verdicts out, in order, whatever is between them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader.catalog import Course
from grader.errors import CourseError
from grader.peer import Peer, PeerGone
from grader.plan import Plan
from grader.runner import AHEAD, Runner

TOY = Course(Path(__file__).parents[1] / "courses" / "toy")
KATA = TOY.katas[0]
ROOT = Path(__file__).parents[2]


def test_a_missing_first_file_gets_a_verdict_and_the_next_ones_too(tmp_path):
    answers = [(KATA, tmp_path / KATA.filename), (KATA, TOY.root / KATA.reference)]
    with Runner(TOY, [KATA]) as runner:
        assert [verdict.status for verdict in runner.judge_all(answers)] == ["error", "pass"]


def test_many_answers_keep_their_order(tmp_path):
    right = TOY.root / KATA.reference
    wrong = TOY.root / next(iter(KATA.mistakes.values()))
    answers = [(KATA, right if number % 3 else wrong) for number in range(AHEAD * 6)]
    with Runner(TOY, [KATA]) as runner:
        solved = [verdict.solved for verdict in runner.judge_all(answers)]
    assert solved == [path == right for _, path in answers]


def test_a_recording_needs_no_judge():
    with Runner(TOY, [KATA]) as runner:
        record = runner.record(KATA, TOY.root / KATA.reference)
    assert {run.scenario for run in record.runs} == {"two_numbers"}
    assert all(run.completed for run in record.runs)


def test_no_answers_are_no_verdicts():
    with Runner(TOY, [KATA]) as runner:
        assert list(runner.judge_all([])) == []


def test_a_peer_that_ends_is_told_with_its_last_words():
    peer = Peer("grader.judge", "not-a-folder", "no/kata")
    peer.receive()
    with pytest.raises(PeerGone, match=r"grader\.judge has stopped"):
        peer.receive()
    peer.hang_up()
    peer.wait()


def test_a_peer_that_says_nothing_is_ended():
    peer = Peer("grader.worker")
    with pytest.raises(PeerGone, match=r"grader\.worker"):
        peer.receive(0.0)
    peer.hang_up()
    peer.wait()


def test_whoever_stops_in_the_middle_may_judge_again():
    right, wrong = TOY.root / KATA.reference, TOY.root / next(iter(KATA.mistakes.values()))
    with Runner(TOY, [KATA]) as runner:
        half = runner.judge_all([(KATA, wrong)] * AHEAD * 2)
        next(half)
        half.close()
        assert runner.judge(KATA, right).solved


def test_a_broken_course_is_told_each_time():
    broken = Course(TOY.root.with_name("broken"))
    kata = broken.find("no_suite")
    with Runner(broken, [kata]) as runner:
        for _ in range(2):
            with pytest.raises(CourseError, match="no_suite"):
                runner.judge(kata, broken.root / kata.stub)


def test_after_scenarios_that_do_not_load_the_next_answer_is_judged(tmp_path):
    shutil.copytree(TOY.root.with_name("three"), tmp_path, dirs_exist_ok=True)
    course = Course(tmp_path)
    broken, whole, _ = course.katas
    suite = tmp_path / broken.suite
    text = "import sys\n\nJUDGE = sys.modules['_pytest']\n" + suite.read_text()  # only there
    suite.write_text(text.replace("    return await", "    assert JUDGE\n    return await"))
    with Runner(course, [broken, whole]) as runner:
        with pytest.raises(CourseError, match="do not load"):
            runner.judge(broken, tmp_path / broken.stub)
        assert runner.judge(whole, tmp_path / whole.stub).not_started


@pytest.fixture(scope="module")
def limit_three():
    """A real kata of which much can be drawn, with a runner."""
    course = Course(ROOT)
    kata = course.find("limit_three")
    with Runner(course, [kata]) as runner:
        yield runner, kata


def test_waits_are_recorded_only_for_a_picture(limit_three):
    runner, kata = limit_three
    plan = Plan(schedule=0, only=("long_one_first",))
    assert not any(run.waits for run in runner.record(kata, kata.root / kata.reference, plan).runs)


def test_a_recording_for_a_picture_tells_where_each_task_waited(limit_three):
    runner, kata = limit_three
    plan = Plan(schedule=0, only=("long_one_first",), waits=True)
    (run,) = runner.record(kata, kata.root / kata.reference, plan).runs
    assert run.scenario == "long_one_first"
    waits = [wait for wait in run.waits if run.tasks[wait.task].coroutine == "fetch_one"]
    assert len(waits) >= 7, "seven keys, each fetched in a task of its own"
    assert {wait.where.path for wait in waits} == {kata.filename}
    assert max(wait.end for wait in run.waits) == run.makespan


def test_a_failed_check_names_the_run_that_it_shows(limit_three):
    runner, kata = limit_three
    verdict = runner.judge(kata, kata.root / kata.mistakes["batches"])
    shown = {check.name: (check.scenario, check.take) for check in verdict.checks}
    assert shown["test_a_free_place_is_used_at_once"] == ("long_one_first", (0, 0, 0))


def test_a_check_of_all_runs_names_the_one_at_fault(limit_three):
    runner, kata = limit_three
    verdict = runner.judge(kata, kata.root / kata.mistakes["swallows_the_cancel"])
    (check,) = (each for each in verdict.checks if each.name == "test_free_cancel_comes_out")
    scenario, (_, point, _) = check.scenario, check.take
    assert scenario
    assert point > 0
