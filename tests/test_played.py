"""The course's own programs as `try` and `predict` run them: examples end, predictions fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.catalog import EXAMPLE, Course
from grader.job import Program
from grader.jobs import example_job, program_job
from grader.puzzles import Puzzle, puzzles
from grader.run import Run
from grader.worker.stage import perform

COURSE = Course(Path(__file__).parents[1])
EXAMPLES = [kata for kata in COURSE.katas if (COURSE.root / kata.example).is_file()]
PUZZLES = puzzles(COURSE.root)

MOST_COLUMNS = 74  # so that a numbered line fits a terminal
MOST_PRINTED_LINES = 7


def name_of(item) -> str:
    return item.id


@pytest.mark.parametrize("kata", EXAMPLES, ids=name_of)
def test_an_example_runs_to_its_end_with_the_reference(kata):
    program = Program(EXAMPLE, (COURSE.root / kata.example).read_bytes())
    source = (COURSE.root / kata.reference).read_bytes()
    (run,) = perform(example_job(COURSE.root, kata, source, program)).runs
    assert (run.error, run.trouble) == (None, None)
    assert run.printed


def run_of(puzzle: Puzzle) -> Run:
    program = Program(puzzle.path.name, puzzle.source.encode())
    record = perform(program_job(puzzle.id, program))
    assert record.trouble is None
    return record.runs[0]


@pytest.mark.parametrize("puzzle", PUZZLES, ids=name_of)
def test_a_prediction_can_be_read_in_one_look(puzzle):
    assert max(map(len, puzzle.source.split("\n"))) <= MOST_COLUMNS
    run = run_of(puzzle)
    texts = [line.text for line in run.printed]
    assert run.error is None
    assert 2 <= len(texts) == len(set(texts)) <= MOST_PRINTED_LINES


@pytest.mark.parametrize("puzzle", PUZZLES, ids=name_of)
def test_a_prediction_says_what_it_is_about_and_what_to_learn(puzzle):
    assert puzzle.title and puzzle.about and puzzle.after


def test_the_name_of_a_prediction_is_its_own():
    ids = [puzzle.id for puzzle in PUZZLES]
    assert len(ids) == len(set(ids))
