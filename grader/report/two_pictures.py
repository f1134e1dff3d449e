"""A failed check's timeline and a right answer's: side by side, or one above the other."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from grader.judge.difference import A_RIGHT_ANSWER
from grader.report.beside import YOURS, Pair, PairOfRows, pair
from grader.report.lines import LABEL_COLUMNS, MARKED, QUIET, folded, labelled, line
from grader.report.paper import Paper
from grader.report.picture import MOST_COLUMNS, shortened
from grader.verdict import Bar, CheckResult

LEAST_COLUMNS = 20  # of a timeline beside another one
GAP = 3  # columns between the two


def two_pictures(
    paper: Paper, check: CheckResult, right: Sequence[Bar], *, most: int
) -> list[Text]:
    """Return both timelines with the moment at which they part; nothing where they are alike."""
    room = paper.width - paper.indent
    labels = label_columns(paper, [*check.timeline, *right])
    half = (room - labels - 1 - GAP - 2) // 2  # the scale ends in " s"
    beside = half >= LEAST_COLUMNS
    columns = min(half if beside else room - labels - 3, MOST_COLUMNS)
    drawn = pair(
        check.timeline,
        right,
        columns=columns,
        until=check.virtual_seconds,
        most=most,
        unicode=paper.unicode,
    )
    if drawn is None:
        return []
    rows = _beside(paper, drawn, labels, columns) if beside else _stacked(paper, drawn, labels)
    if drawn.left_out:
        margin = " " * (paper.indent + labels + 1)
        rows.append(line(paper, margin, (f"… and {drawn.left_out} more", QUIET)))
    return [*rows, *labelled(paper, "differs", drawn.said)]


def label_columns(paper: Paper, bars: Sequence[Bar]) -> int:
    """Return how wide the names beside the bars are; long ones are shortened."""
    return min(
        max(cell_len(paper.clean(bar.label)) for bar in bars), (paper.width - paper.indent) // 3
    )


def with_note(paper: Paper, start: Text, note: str) -> list[Text]:
    """Return a line with a note at its end, or below where it finds no room."""
    if not note:
        return [start]
    told = f"<- {note}"
    if start.cell_len + 2 + cell_len(paper.clean(told)) <= paper.width:
        return [Text.assemble(start, "  ", line(paper, told))]
    return [start, *folded(paper, told, indent=paper.indent + LABEL_COLUMNS // 2)]


def _beside(paper: Paper, drawn: Pair, labels: int, columns: int) -> list[Text]:
    margin = " " * (paper.indent + labels + 1)

    def two(left: str, right: str) -> Text:
        return line(paper, margin, (f"{left.ljust(columns + GAP)}{right}".rstrip(), QUIET))

    rows = [two(YOURS, A_RIGHT_ANSWER)]
    for row in drawn.rows:
        both = row.yours.ljust(columns + GAP) + row.right
        rows += _lane(paper, row, both.rstrip(), labels, row.note)
    return [*rows, two(drawn.scale, drawn.scale), two(drawn.mark, drawn.mark)]


def _stacked(paper: Paper, drawn: Pair, labels: int) -> list[Text]:
    margin = " " * (paper.indent + labels + 1)
    below = [line(paper, margin, (text, QUIET)) for text in (drawn.scale, drawn.mark)]
    upper = [
        text
        for row in drawn.rows
        for text in _lane(paper, row, row.yours, labels, row.note)
        if row.yours
    ]
    lower = [
        text for row in drawn.rows for text in _lane(paper, row, row.right, labels, "") if row.right
    ]
    heads = [line(paper, " " * paper.indent, (name, QUIET)) for name in (YOURS, A_RIGHT_ANSWER)]
    return [heads[0], *upper, *below, heads[1], *lower, *below]


def _lane(paper: Paper, row: PairOfRows, drawing: str, labels: int, note: str) -> list[Text]:
    label = shortened(paper.clean(row.label), labels, unicode=paper.unicode)
    return with_note(paper, line(paper, " " * paper.indent, label, " ", (drawing, MARKED)), note)
