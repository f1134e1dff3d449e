"""The command; what it does to a clone is held in tests/grader/update."""

from __future__ import annotations


def test_where_nothing_can_be_updated_it_is_one_line(katas) -> None:
    result = katas("update")
    assert (result.code, result.out) == (2, "")
    assert "is no git clone" in result.err
    assert result.err.count("\n") == 1
