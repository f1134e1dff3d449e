"""Judged katas to lay out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.catalog import Kata
from grader.report.judged import Judged
from grader.verdict import Bar, CheckResult, Verdict, Where


@pytest.fixture
def judged() -> Callable[..., Judged]:
    """Make a judged kata as `check` does in the course's root."""

    def make(kata: Kata, verdict: Verdict, task: str = "") -> Judged:
        return Judged(kata, verdict, kata.stub.as_posix(), kata.readme.as_posix(), task)

    return make


@pytest.fixture
def batches() -> tuple[CheckResult, ...]:
    """The checks of a limiter that works in batches."""
    free_place = CheckResult(
        "test_free_place_is_used",
        "A free place is used at once.",
        "fail",
        "expected 3 s, got 4 s",
        expected="3 s = 3 + 0, with three places of which the long fetch holds one",
        got="4 s = 3 + 1",
        because="the whole batch waits for its slowest fetch, "
        "so two places stay empty for two seconds",
        where=Where("limit_three.py", 14, "submission"),
        virtual_seconds=4.0,
        timeline=(
            Bar("fetch('a')", 0.0, 3.0),
            Bar("fetch('b')", 0.0, 1.0),
            Bar("fetch('c')", 0.0, 1.0),
            Bar("fetch('d')", 3.0, 4.0, "could have begun at 1"),
        ),
    )
    return (
        CheckResult("test_order", "Values come in the order of the keys.", "pass"),
        free_place,
        CheckResult("test_two", "Two calls at once do not share their places.", "fail", "They do."),
        CheckResult("test_free_one_loop", "One loop is enough.", "skip", free=True),
    )
