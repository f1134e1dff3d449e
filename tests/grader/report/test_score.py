from __future__ import annotations

import pytest

from grader.report.numbers import shown
from grader.report.score import Score, score
from grader.verdict import Verdict


def verdict(status: str, points: float, of: float) -> Verdict:
    return Verdict("a/b", status, points, of, ())  # type: ignore[arg-type]


def test_no_verdict_is_no_score() -> None:
    assert score([]) == Score(0, 0, 0)


def test_points_add_up_exactly() -> None:
    assert score([verdict("fail", 0.1, 1), verdict("fail", 0.2, 2)]) == Score(0.3, 3, 10)


def test_a_hundred_percent_means_that_all_is_solved() -> None:
    nearly = [verdict("pass", 100, 100)] * 1000 + [verdict("fail", 0.99, 1)]
    assert score(nearly).percent == 99.99
    assert score([verdict("fail", 1, 1)]).percent == 99.99
    assert score([verdict("pass", 1, 1)] * 3).percent == 100


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0"), (99.99, "99.9"), (100.0, "100"), (33.3, "33.3"), (2.67, "2.6")]
)
def test_a_figure_is_rounded_down(number: float, text: str) -> None:
    assert shown(number) == text
