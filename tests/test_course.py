"""The course that is handed out is whole, and proven by running every program in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.catalog import Course
from grader.verify import verify

COURSE = Course(Path(__file__).parents[1])


@pytest.mark.parametrize("kata", COURSE.katas, ids=lambda kata: kata.id)
def test_a_kata_is_whole_and_proven(kata):
    (proof,) = verify(COURSE, [kata])
    assert proof.problems == ()


def test_there_is_something_to_prove():
    assert len(COURSE.katas) >= 10
