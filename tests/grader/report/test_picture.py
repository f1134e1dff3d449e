from __future__ import annotations

import pytest

from grader.report.picture import shortened, timeline
from grader.verdict import Bar


def drawn(*bars: Bar, columns: int = 13, **options) -> list[str]:
    return [row.drawing for row in timeline(bars, columns=columns, unicode=False, **options).rows]


def test_bars_stand_on_one_scale() -> None:
    picture = timeline([Bar("a", 0, 3), Bar("b", 1, 2)], columns=13, unicode=False)
    assert [row.drawing for row in picture.rows] == ["|===========|", "    |===|"]
    assert picture.scale == "0   1   2   3 s"


def test_what_takes_no_time_is_a_stroke() -> None:
    assert drawn(Bar("a", 0, 4), Bar("b", 2, 2)) == ["|===========|", "      |"]


def test_nothing_that_takes_time_is_drawn_at_zero() -> None:
    picture = timeline([Bar("a", 0, 0)], columns=13, unicode=False)
    assert (picture.rows[0].drawing, picture.scale) == ("|", "0 s")


def test_what_still_runs_goes_to_the_end_with_an_arrow() -> None:
    assert drawn(Bar("a", 1, None), until=4.0) == ["   |========>"]


def test_bars_of_one_label_that_follow_each_other_share_a_row() -> None:
    bars = [Bar("get", 0, 1), Bar("other", 0, 3), Bar("get", 2, 3)]
    assert drawn(*bars) == ["|===|   |===|", "|===========|"]


def test_bars_that_touch_share_a_stroke() -> None:
    assert drawn(Bar("get", 0, 1), Bar("get", 1, 3)) == ["|===|=======|"]


def test_bars_of_one_label_that_overlap_do_not_share_a_row() -> None:
    assert len(drawn(Bar("get", 0, 2), Bar("get", 1, 3))) == 2


def test_rows_with_a_note_are_the_last_to_be_left_out() -> None:
    bars = [Bar(str(n), n, n + 1, "late" if n == 7 else "") for n in range(10)]
    picture = timeline(bars, columns=20, most=3)
    assert [row.label for row in picture.rows] == ["0", "1", "7"]
    assert picture.left_out == 7


@pytest.mark.parametrize("end", [1e-6, 0.001, 0.125, 0.3, 1, 7, 59.244, 3600, 1e6])
@pytest.mark.parametrize("columns", [8, 20, 40])
def test_marks_of_the_scale_never_run_into_each_other(end: float, columns: int) -> None:
    scale = timeline([Bar("a", 0, end)], columns=columns).scale
    marks = [float(mark) for mark in scale.split()[:-1]]
    assert marks == sorted(set(marks))
    assert marks[-1] <= end * 1.0001
    assert len(scale) <= columns + len(" s")


def test_a_last_mark_that_would_stand_out_is_moved_in_and_what_it_would_touch_makes_room() -> None:
    def scale(end: float, columns: int) -> str:
        return timeline([Bar("a", 0, end)], columns=columns).scale

    assert scale(1.5, 20) == "0     0.5    1   1.5 s"
    assert scale(60_000, 25) == "0       20000       60000 s"


@pytest.mark.parametrize("columns", [8, 13, 40])
def test_a_drawing_is_never_wider_than_its_columns(columns: int) -> None:
    bars = [Bar("a", n / 7, (n + 1) / 7) for n in range(7)] + [Bar("b", 0.1, None)]
    assert max(map(len, drawn(*bars, columns=columns))) <= columns


def test_a_long_label_keeps_its_tail() -> None:
    assert shortened("GET /images/a.png", 8) == "…s/a.png"
    assert shortened("GET /images/a.png", 8, unicode=False) == "../a.png"
    assert shortened("a", 3) == "a  "
