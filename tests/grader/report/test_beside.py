"""Two timelines on one scale, and the two pictures a page makes of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grader.report.beside import pair
from grader.report.failure import picture
from grader.report.lines import rendered
from grader.report.paper import Paper
from grader.verdict import Bar, CheckResult

YOURS = (Bar("fetch('a')", 0, 1), Bar("fetch('b')", 1, 3))
RIGHT = (Bar("fetch('a')", 0, 1), Bar("fetch('b')", 0, 2))
CHECK = CheckResult("test_x", "They overlap.", "fail", virtual_seconds=3, timeline=YOURS)


def page(paper, right=RIGHT, check=CHECK, most=8):
    """Return the lines of a failed check's picture."""
    return rendered(paper, picture(paper, check, right, most=most)).splitlines()


def test_alike_timelines_are_no_pair():
    assert pair(YOURS, YOURS, columns=20) is None


def test_lanes_of_one_name_stand_in_one_row():
    drawn = pair(YOURS, RIGHT, columns=10, unicode=False)
    assert drawn is not None
    rows = [(row.label, row.yours, row.right) for row in drawn.rows]
    assert rows == [("fetch('a')", "|==|", "|==|"), ("fetch('b')", "   |=====|", "|=====|")]


def test_what_only_a_right_answer_does_has_a_row_too():
    drawn = pair(YOURS[:1], RIGHT, columns=10)
    assert drawn is not None
    assert [(row.label, bool(row.yours)) for row in drawn.rows] == [
        ("fetch('a')", True),
        ("fetch('b')", False),
    ]


def test_lanes_that_differ_are_drawn_first_where_not_all_find_room():
    drawn = pair(YOURS, RIGHT, columns=10, most=1)
    assert drawn is not None
    assert [row.label for row in drawn.rows] == ["fetch('b')"]
    assert drawn.left_out == 1


def test_the_mark_stands_below_the_moment_at_which_they_part():
    drawn = pair((Bar("a", 0, 4),), (Bar("a", 0, 2),), columns=21)
    assert drawn is not None
    assert drawn.mark == " " * 10 + "^"


def test_at_eighty_columns_both_stand_side_by_side():
    rows = page(Paper(80))
    assert rows[0].split() == ["yours", "a", "right", "answer"]
    assert rows[2].count("├") == 2
    assert "differs" in rows[-2] or "differs" in rows[-1]
    assert max(map(len, rows)) <= 80


def test_where_columns_are_few_one_stands_above_the_other():
    rows = page(Paper(46))
    assert next(row.strip() for row in rows if "yours" in row or "answer" in row) == "yours"
    assert "a right answer" in [row.strip() for row in rows]
    assert max(map(len, rows)) <= 46


def test_an_ascii_terminal_gets_ascii():
    "".join(page(Paper(80, encoding="ascii"))).encode("ascii")


def test_without_a_right_answer_there_is_one_picture():
    rows = page(Paper(80), right=())
    assert not any("differs" in row for row in rows)
    assert sum(row.count("├") for row in rows) == 2


def test_alike_in_time_there_is_one_picture():
    assert not any("differs" in row for row in page(Paper(80), right=YOURS))


@pytest.mark.parametrize(
    ("right", "said"),
    [
        ([Bar("a", 0, 1, "cancelled")], "yours: still running; a right answer: cancelled"),
        ([Bar("a", 0, 1)], "yours: still running"),
        ([Bar("a", 0, 1, "still running")], "still running"),
        ([Bar("b", 0, 1)], "still running"),
    ],
)
def test_a_note_says_whose_it_is_where_it_is_not_that_of_all_it_stands_behind(right, said):
    check = CheckResult(
        "test_x", "", "fail", virtual_seconds=3, timeline=(Bar("a", 0, None, "still running"),)
    )
    assert f"<- {said}\n" in "\n".join(page(Paper(100), right, check))


def test_what_takes_no_time_at_all_has_no_picture():
    check = replace(CHECK, virtual_seconds=0, timeline=(Bar("a", 0, None, "still running"),))
    assert page(Paper(80), (), check) == []
