"""The default schedules find every race of the corpus, and fail no correct program."""

import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.lab import run, run_schedules, world
from grader.lab.schedule import SCHEDULES
from tests.grader.lab.corpus import CORRECT, RACY, fails

ROOT = Path(__file__).parents[3]
ALL = RACY | CORRECT
LEAST_CAUGHT = 2  # of the default schedules: a race that one seed finds is found by luck
# `concurrent.futures` sorts its futures by their addresses, so that this one may go another way.
BY_ADDRESS = {"futures_of_a_pool_as_they_come"}
REPEATABLE = {name: program for name, program in ALL.items() if name not in BY_ADDRESS}
MORE_SEEDS = 30  # for correct programs, beyond the default: to fail one is the worst that can be


@pytest.fixture(scope="module", autouse=True)
def one_world():
    with world():  # installed once, not once for each of thousands of runs
        yield


def caught_by(program):
    return [seed for seed in range(SCHEDULES) if fails(program, seed)]


def told(program, seed):
    outcome = run(program, seed=seed)
    return f"{outcome.error!r} {outcome.makespan} {outcome.orders}\n{outcome.trace.text()}"


@pytest.mark.parametrize("name", RACY)
def test_the_default_schedules_find_the_race_with_a_margin(name):
    assert len(caught_by(RACY[name])) >= LEAST_CAUGHT


@pytest.mark.parametrize("name", RACY)
def test_a_check_that_stops_early_finds_the_race_too(name):
    assert any(outcome.error for outcome in run_schedules(RACY[name]))


def test_seed_0_alone_misses_at_least_half_of_the_races():
    missed = [name for name, program in RACY.items() if not fails(program, 0)]
    assert len(missed) >= len(RACY) / 2


@pytest.mark.parametrize("name", CORRECT)
def test_no_schedule_fails_a_correct_program(name):
    assert [seed for seed in range(MORE_SEEDS) if fails(CORRECT[name], seed)] == []


@pytest.mark.parametrize("name", RACY)
def test_what_a_seed_finds_it_finds_again(name):
    for seed in caught_by(RACY[name]):
        assert told(RACY[name], seed) == told(RACY[name], seed)
        assert fails(RACY[name], seed)


@pytest.mark.parametrize("name", REPEATABLE)
def test_the_same_seed_gives_the_same_trace(name):
    for seed in range(SCHEDULES):
        assert told(ALL[name], seed) == told(ALL[name], seed)


TELL_ALL = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from grader.lab import world
from tests.grader.lab.test_corpus import REPEATABLE, told
with world():
    for seed in (0, 1, 7):
        print(*(told(program, seed) for program in REPEATABLE.values()))
"""


def test_two_processes_give_the_same_traces():
    traces = [
        subprocess.run(
            [sys.executable, "-c", TELL_ALL],
            env={**os.environ, "PYTHONHASHSEED": salt},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for salt in ("1", "2")
    ]
    assert traces[0] == traces[1]
    assert traces[0].count("\ntask 1 ") == 3 * len(REPEATABLE)


def test_the_corpus_is_as_large_as_it_should_be():
    assert len(RACY) >= 10
    assert len(CORRECT) >= 20


@pytest.mark.parametrize("name", ALL)
def test_each_program_says_in_a_sentence_what_it_is_about(name):
    text = inspect.getdoc(ALL[name])
    assert text.endswith(".") and "\n\n" not in text
