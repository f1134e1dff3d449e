"""Lines of a page: styled text, folded to the paper's width."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from itertools import chain, repeat

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from grader.report.paper import Paper

GOOD, BAD, QUIET, STRONG, MARKED = "green", "red", "dim", "bold", "cyan"
# `because` and `expected` stand in one column.
LABEL_COLUMNS = 10
WIDEST_COLUMNS = 10_000

Piece = str | tuple[str, str]

_measure = Console(file=io.StringIO(), width=80, legacy_windows=False)


def line(paper: Paper, *pieces: Piece) -> Text:
    """Return one line of pieces, each plain or `(text, style)`; never read as markup."""
    text = Text()
    for piece in pieces:
        body, style = (piece, "") if isinstance(piece, str) else piece
        text.append(paper.clean(body), style)
    return text


def folded(
    paper: Paper, body: str, *, lead: Text | None = None, indent: int = 0, style: str = ""
) -> list[Text]:
    """Return a paragraph folded to the paper. `lead` opens it; further lines are set in."""
    lead = lead or Text(" " * indent)
    width = max(paper.width - lead.cell_len, LABEL_COLUMNS)
    rows = [row for part in paper.clean(body).split("\n") for row in _wrapped(part, width, style)]
    margin = Text(" " * lead.cell_len)
    lines = [Text.assemble(lead if n == 0 else margin, row) for n, row in enumerate(rows)]
    for row in lines:
        row.rstrip()
    return lines


def labelled(paper: Paper, label: str, body: str, *, indent: int | None = None) -> list[Text]:
    """Return `label     body` with the body folded into its own column."""
    margin = " " * (paper.indent if indent is None else indent)
    return folded(paper, body, lead=line(paper, margin, (label.ljust(LABEL_COLUMNS), QUIET)))


def path(paper: Paper, label: str, where: str) -> list[Text]:
    """Return `label     a/b/c.py:3`; a path that is too long is broken behind a slash only."""
    room = max(paper.width - LABEL_COLUMNS, LABEL_COLUMNS)
    rows = [""]
    for part in re.findall(r"[^/]*/|[^/]+", paper.clean(where)):
        if rows[-1] and cell_len(rows[-1] + part) > room:
            rows.append("")
        rows[-1] += part
    heads = [label, *[""] * len(rows)]
    return [
        line(paper, (head.ljust(LABEL_COLUMNS), QUIET), row)
        for head, row in zip(heads, rows, strict=False)
    ]


def paths(paper: Paper, label: str, places: Iterable[str]) -> list[Text]:
    """Return several paths below each other, the first behind the label."""
    heads = chain([label], repeat(""))
    return [
        row for head, where in zip(heads, places, strict=False) for row in path(paper, head, where)
    ]


def next_calls(paper: Paper, *calls: str) -> list[Text]:
    """Return what to type next: a few commands to a line, none broken in two."""
    lead = line(paper, ("next".ljust(LABEL_COLUMNS), STRONG))
    rows, row = [], lead
    for call in calls:
        if row.cell_len + len(call) > paper.width:
            rows.append(row)
            row = line(paper, " " * max(0, min(LABEL_COLUMNS, paper.width - len(call))))
        row = Text.assemble(row, line(paper, call, "    "))
    return [*rows, row]


def _wrapped(part: str, width: int, style: str) -> Iterable[Text]:
    rows = Text(part, style).wrap(_measure, width, overflow="fold")
    return list(rows) or [Text()]


def bounded(
    paper: Paper,
    rows: Sequence[Text],
    most: int,
    *,
    indent: int = 0,
    cut: bool = False,
    whole: str = "",
) -> list[Text]:
    """Return at most `most` lines; a last line says how many are not shown.

    `whole` is the command that shows them. `cut` says that the rows themselves are only a
    beginning, so nobody knows how many.
    """
    if len(rows) <= most and not cut:
        return list(rows)
    if most <= 0:
        return []
    rest = len(rows) - most + 1
    said = "… and more" if cut else f"… {rest} more line{'s' if rest > 1 else ''}"
    if whole and indent + len(f"{said}: {whole}") <= paper.width:
        said = f"{said}: {whole}"
    return [*rows[: most - 1], line(paper, " " * indent, (said, QUIET))]


def rendered(paper: Paper, rows: Iterable[Text]) -> str:
    """Return the lines as text for the paper, with colour codes where it has colour."""
    target = io.StringIO()
    console = Console(
        file=target,
        width=max(paper.width, WIDEST_COLUMNS),  # the lines are folded already
        force_terminal=paper.colour,
        color_system="standard" if paper.colour else None,
        no_color=not paper.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for row in rows:
        row.rstrip()  # what comes between two pieces may come after the last
        console.print(row, soft_wrap=True)
    return target.getvalue()
