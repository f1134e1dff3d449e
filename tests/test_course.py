"""The course that is handed out is whole, and proven by running every program in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.catalog import Course
from grader.verify import Prover

COURSE = Course(Path(__file__).parents[1])


@pytest.fixture(scope="module")
def prover():
    """Judge one answer at a time: the tests themselves run side by side."""
    with Prover(COURSE, COURSE.katas, count=1) as started:
        yield started


@pytest.mark.timeout(300)  # real seconds; forty programs on a machine that is busy otherwise
@pytest.mark.parametrize("kata", COURSE.katas, ids=lambda kata: kata.id)
def test_a_kata_is_whole_and_proven(kata, prover):
    (proof,) = prover.proofs([kata])
    assert proof.problems == ()


def test_there_is_something_to_prove():
    assert len(COURSE.katas) >= 10
