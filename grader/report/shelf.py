"""The pages of `show` and `hint`."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from grader.catalog import Kata
from grader.report.advice import Advice
from grader.report.lines import LABEL_COLUMNS, QUIET, STRONG, folded, line, next_calls, rendered
from grader.report.paper import Paper
from grader.report.prose import prose
from grader.report.star import EXTRA, course_done, starred

ALL_SOLVED = "Every kata is solved. Name one to look at it again.\n"


def done_page(left: Sequence[Kata], paper: Paper) -> str:
    """Return what stands above a stretch kata that nobody has asked for by name."""
    return rendered(paper, [*course_done(paper, left), Text()])


def show_page(kata: Kata, task: str, file: str, paper: Paper, advice: Advice) -> str:
    """Return a kata's task, the file to edit and what to type."""
    rows = [*prose(paper, task), Text()]
    name = kata.slug
    more = f": {EXTRA}" if kata.stretch else ""
    calls = (advice.call("check", name), advice.call("hint", name))
    for label, parts in (
        ("edit", (file,)),
        ("points", (f"{starred(str(kata.points), kata)}{more}",)),
        ("docs", kata.docs),
    ):
        # Not folded: a path or an address in two pieces opens nothing.
        labels = [label, *[""] * len(parts)]
        rows += [
            line(paper, (head.ljust(LABEL_COLUMNS), QUIET), part)
            for head, part in zip(labels, parts, strict=False)
        ]
    return rendered(paper, [*rows, *next_calls(paper, *calls)])


def hint_page(kata: Kata, level: int, paper: Paper, advice: Advice) -> str:
    """Return the hint of this level, from 1; all of them again when there is none further."""
    hints = kata.hints
    over = level > len(hints)
    first, last = (1, len(hints)) if over else (level, level)
    rows: list[Text] = []
    for number in range(first, last + 1):
        title = starred(f"Hint {number} of {len(hints)} for {kata.id}", kata)
        rows += [*folded(paper, title, style=STRONG), *prose(paper, hints[number - 1], indent=2)]
    if over:
        rows += [Text(), *folded(paper, "There are no more hints; there is a solution.")]
    further = advice.call("solution" if over else "hint", kata.slug)
    calls = (advice.call("check", kata.slug), further)
    return rendered(paper, [*rows, Text(), *next_calls(paper, *calls)])
