"""Tasks that wait for each other, drawn as the circle that they are."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from grader.report.lines import MARKED, folded, line
from grader.report.paper import Paper
from grader.waits import leads


def circle(paper: Paper, rows: Sequence[str]) -> list[Text]:
    """Return one line, or more where it has to be folded, for each who waits for the next."""
    margin = " " * paper.indent
    lines: list[Text] = []
    for (first, under), row in zip(leads(len(rows), unicode=paper.unicode), rows, strict=True):
        head, *rest = folded(paper, row, lead=line(paper, margin, (first, MARKED)))
        edge = line(paper, margin, (under, MARKED))
        lines += [head, *(Text.assemble(edge, text[edge.cell_len :]) for text in rest)]
    return lines
