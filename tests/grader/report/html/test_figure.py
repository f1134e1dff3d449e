"""Two runs on one scale: which stand beside each other, what fits, what is marked."""

from __future__ import annotations

import pytest

from grader.report.html.drawing import Scale
from grader.report.html.figure import Figure, figure_of
from grader.report.html.pairs import Films
from grader.report.html.scene import MOST_LANES, scene_of
from grader.run import Call, Cut, Run, TaskSpan


def calls(*spans: tuple[float, float]) -> tuple[Call, ...]:
    return tuple(
        Call("fetch", (str(n),), {}, start, start, end, "returned")
        for n, (start, end) in enumerate(spans)
    )


def run(*spans: tuple[float, float], **fields: object) -> Run:
    end = max((end for _, end in spans), default=0.0)
    return Run("many", **({"makespan": end, "calls": calls(*spans)} | fields))  # type: ignore[arg-type]


def cut(at: float, point: int, **fields: object) -> Run:
    return run((0, 1), cut=Cut(point, at), **fields)


def figure(mine: Run, *right: Run, failed: bool = True) -> Figure:
    found = figure_of(Films((mine,), right), mine, "many-1", failed=failed)
    assert found is not None
    return found


def test_both_have_one_scale() -> None:
    found = figure(run((0, 4)), run((0, 1)))
    assert found.right is not None
    widths = [drawing.rows[0].shapes[0].width for drawing in (found.mine, found.right)]
    assert widths == [100, 25]
    assert found.mine.scale == found.right.scale
    assert found.first == ""


def test_the_reference_comes_in_the_same_order_of_events_where_it_has_that() -> None:
    first, same = run((0, 1)), run((0, 2), seed=3)
    films = Films((), (first, same))
    assert films.beside(run((0, 4), seed=3)) is same
    assert films.beside(run((0, 4), seed=7)) is first


def test_beside_a_cancelled_run_stands_one_that_was_cancelled_at_that_time() -> None:
    usual, other, same = run((0, 1)), cut(0.25, 1), cut(0.5, 2)
    assert Films((), (usual, other, same)).beside(cut(0.5, 1)) is same
    alone = figure(cut(0.75, 1), usual, other, same)
    assert alone.right is None
    assert "cancelled at 0.75 s" in alone.alone


def test_without_solutions_a_picture_stands_alone() -> None:
    mine = run((0, 1))
    found = figure_of(Films((mine,), None), mine, "many-1", failed=True)
    assert found is not None
    assert (found.right, found.alone, found.parts) == (None, "", "")


def test_the_first_difference_is_marked_in_both_where_a_check_failed() -> None:
    found = figure(run((0, 1), (1, 2)), run((0, 1), (0, 1)))
    assert found.right is not None
    marks = [
        (mark.kind, mark.words.x) for drawing in (found.mine, found.right) for mark in drawing.marks
    ]
    assert marks == [("parts", 0), ("parts", 0)]
    assert found.parts == "at 0 s the reference begins `fetch('1')`; yours does so at 1 s"
    assert figure(run((0, 1), (1, 2)), run((0, 1), (0, 1)), failed=False).parts == ""


def test_a_cancel_is_marked_at_its_time() -> None:
    (mark,) = figure(cut(0.5, 1), cut(0.5, 1)).mine.marks
    assert (mark.kind, mark.words.x, mark.words.text) == ("cancel", 50, "cancelled at 0.5 s")


def test_what_came_of_a_cancel_is_told_beside_each() -> None:
    swallowed = run((0, 1), cut=Cut(1, 0.5, outcome="returned"))
    passed_on = run((0, 1), cut=Cut(1, 0.5, outcome="cancelled"))
    found = figure(swallowed, passed_on)
    assert found.right is not None
    assert found.mine.came == "after the cancel, it returned"
    assert found.right.came == "after the cancel, CancelledError came out"
    assert found.mine.came in found.mine.facts


def test_what_takes_no_time_has_no_picture() -> None:
    mine = run((0, 0))
    assert figure_of(Films((mine,), (run((0, 0)),)), mine, "many-1", failed=True) is None


def test_what_lasts_no_time_is_still_to_be_seen() -> None:
    first, last = (row.shapes[0] for row in figure(run((0, 0), (4, 4)), run((0, 4))).mine.rows)
    assert (first.x, first.is_instant, last.end, last.is_instant) == (0, True, 100, True)


def test_many_lanes_are_folded_and_every_kind_keeps_some() -> None:
    spans = [(0.0, 1.0)] * 50
    tasks = tuple(TaskSpan(f"task {n}", None, 0, 1) for n in range(40))
    bands = scene_of(run(*spans, tasks=tasks)).bands
    assert [(band.group, len(band.lanes), band.left_out) for band in bands] == [
        ("calls", MOST_LANES // 2, 50 - MOST_LANES // 2),
        ("tasks", MOST_LANES // 2, 40 - MOST_LANES // 2),
    ]
    rows = figure(run(*spans, tasks=tasks), run(*spans)).mine.rows
    assert [row.name for row in rows if row.is_text] == ["and 44 more calls", "and 34 more tasks"]


def test_a_single_lane_is_not_folded_away() -> None:
    (band,) = scene_of(run(*[(0.0, 1.0)] * (MOST_LANES + 1))).bands
    assert (len(band.lanes), band.left_out) == (MOST_LANES + 1, 0)


def test_a_run_that_goes_on_and_on_is_drawn_only_as_far_as_something_can_be_seen() -> None:
    found = figure(run((0, 3600)), run((0, 1)))
    assert found.first == "20 s"
    shape = found.mine.rows[0].shapes[0]
    assert (shape.end, shape.ending) == (100, "on")
    assert "fetch('0') 0 to 3600 s" in found.mine.facts


def test_of_a_hundred_calls_in_a_row_the_first_ones_get_the_width() -> None:
    found = figure(run(*((n, n + 1) for n in range(100))), run(*[(0, 1)] * 100))
    assert found.first == "12 s"


@pytest.mark.parametrize("until", [0.001, 0.125, 1, 7.8125, 60, 3600])
def test_a_scale_has_few_round_marks_from_nothing_on(until: float) -> None:
    marks = Scale(until).marks()
    assert 2 <= len(marks) <= 6
    assert (marks[0].text, marks[0].anchor) == ("0", "start")
    assert marks[-1].text.endswith(" s")
    assert all(0 <= mark.x <= 100 for mark in marks)
