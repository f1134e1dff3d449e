"""Whatever a submission does, it gets a sentence, and the next one is judged as ever."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from grader.catalog import Course, Kata
from grader.encoding import decode
from grader.errors import CourseError
from grader.runner import Runner
from grader.verdict import Verdict
from tests.grader.worker.hostile import HOSTILE

TOY = Path(__file__).parents[2] / "courses" / "toy"


@pytest.fixture(scope="module")
def kata() -> Kata:
    return Course(TOY).katas[0]


@pytest.fixture(scope="module")
def runner(kata):
    with Runner(Course(TOY), [kata]) as runner:
        yield runner


def judged(runner: Runner, kata: Kata, folder: Path, source: bytes) -> Verdict:
    path = folder / kata.filename
    path.write_bytes(source)
    return runner.judge(kata, path)


def everything_said(verdict: Verdict) -> str:
    parts = [verdict.message]
    for check in verdict.checks:
        if check.status in ("fail", "error"):
            parts += [check.message, check.expected, check.got, check.because, str(check.where)]
    return "\n".join(parts)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_submission_gets_a_sentence_and_harms_nobody(name, runner, kata, tmp_path):
    hostile = HOSTILE[name]
    verdict = judged(runner, kata, tmp_path, hostile.source)
    assert verdict.status in ("fail", "error")
    assert verdict.points < verdict.max_points
    said = everything_said(verdict)
    assert hostile.told in said
    assert "Traceback" not in said and "grader/" not in said
    reference = runner.judge(kata, TOY / kata.reference)
    assert reference.status == "pass"


def test_no_process_of_a_submission_outlives_its_verdict(runner, kata, tmp_path):
    mark = f"{tmp_path}/still-here"
    source = f"""
import asyncio, multiprocessing, sys

async def add(fetch, left, right):
    multiprocessing.set_executable({mark!r})
    context = multiprocessing.get_context("spawn")
    context.Process(target=print).start()
    return sum(await asyncio.gather(fetch(left), fetch(right)))
"""
    shutil.copy(shutil.which("sleep"), mark)
    nap = f"sleep 600.{os.getpid()}"  # of this test run and no other
    Path(mark).write_text(f"#!/bin/sh\nsetsid {nap} &\nexec {nap}\n")
    Path(mark).chmod(0o755)
    verdict = judged(runner, kata, tmp_path, source.encode())
    assert verdict.status == "fail"
    found = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True).stdout
    assert nap not in found
    assert mark not in found


@pytest.mark.parametrize("what", ["missing", "folder", "unreadable", "huge"])
def test_a_file_that_cannot_be_read_gets_a_sentence(what, runner, kata, tmp_path):
    path = tmp_path / kata.filename
    if what == "folder":
        path.mkdir()
    elif what == "unreadable":
        path.symlink_to(path)
    elif what == "huge":
        path.write_bytes(b"#" * 2_000_000)
    verdict = runner.judge(kata, path)
    assert verdict.status == "error"
    assert verdict.points == 0
    assert kata.filename in verdict.message


def test_what_the_top_level_prints_is_shown(runner, kata, tmp_path):
    reference = (TOY / kata.reference).read_bytes()
    verdict = judged(runner, kata, tmp_path, b"print('hello from the top')\n" + reference)
    assert verdict.status == "pass"
    assert verdict.output.count("hello from the top") == 1


def test_scenarios_that_do_not_load_are_the_courses_fault(tmp_path):
    shutil.copytree(TOY, tmp_path / "course")
    course = Course(tmp_path / "course")
    kata = course.katas[0]
    suite = course.root / kata.suite
    suite.write_text(suite.read_text().replace("LATENCY = {", "LATENCY = nothing or {"))
    with Runner(course, [kata]) as runner, pytest.raises(CourseError, match="nothing"):
        runner.record(kata, course.root / kata.reference)


def test_a_worker_that_dies_takes_one_verdict_with_it(kata):
    reference = TOY / kata.reference
    with Runner(Course(TOY), [kata]) as runner:
        assert runner.judge(kata, reference).status == "pass"
        os.kill(runner._worker._process.pid, signal.SIGKILL)
        verdicts = list(runner.judge_all([(kata, reference)] * 3))
    assert [verdict.status for verdict in verdicts] == ["error", "pass", "pass"]
    assert "ended the process" in verdicts[0].message


def test_names_that_no_utf8_can_hold_harm_nobody(runner, kata, tmp_path):
    source = """
import asyncio

async def add(fetch, left, right):
    tasks = [asyncio.create_task(fetch(side), name="\\ud800") for side in (left, right)]
    return sum(await asyncio.gather(*tasks))
"""
    assert judged(runner, kata, tmp_path, source.encode()).status == "pass"


def test_a_judge_that_cannot_start_is_the_courses_fault(tmp_path):
    shutil.copytree(TOY, tmp_path / "course")
    course = Course(tmp_path / "course")
    kata = course.katas[0]
    (course.root / kata.suite).write_text(
        "import nothing_of_that_name\n" + (course.root / kata.suite).read_text()
    )
    with Runner(course, [kata]) as runner, pytest.raises(CourseError, match="nothing_of_that_name"):
        runner.judge(kata, course.root / kata.reference)


def test_the_runner_leaves_no_process_behind(kata):
    code = f"""
from pathlib import Path
from grader.catalog import Course
from grader.runner import Runner
course = Course(Path({str(TOY)!r}))
runner = Runner(course, course.katas)
runner.start()
print(*[peer._process.pid for peer in runner._peers], flush=True)
import os
os._exit(1)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    pids = done.stdout.split()
    assert len(pids) == 2
    for pid in pids:
        # They end by themselves when their input does; wait for exactly that, not for a time.
        subprocess.run(["tail", f"--pid={pid}", "-f", "/dev/null"], check=True)


def test_a_submission_finds_no_check_and_no_claim_in_its_process(runner, kata, tmp_path):
    source = """
import gc, sys

async def add(fetch, left, right):
    found = []
    for item in gc.get_objects() + gc.get_objects(generation=2):
        if type(item) is dict:
            found += [key for key in item if type(key) is str and key.startswith("test_")]
            found += [key for key in item if key in ("__catches__", "FREE", "LIFTED")]
    judges = ("grader.judge", "pytest", "_pytest")
    found += [name for name in sys.modules if name.startswith(judges)]
    frame = sys._getframe()
    while frame is not None:
        found += [name for name in (*frame.f_locals, *frame.f_globals) if name[:5] == "test_"]
        frame = frame.f_back
    return found
"""
    (tmp_path / kata.filename).write_text(source)
    record = runner.record(kata, tmp_path / kata.filename)
    assert [decode(run.value) for run in record.runs] == [[]] * len(record.runs)
