"""The pages of `solution` and `diff`: a right answer, other ways, and yours beside it."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from rich.text import Text

from grader.catalog import Kata
from grader.report.advice import Advice
from grader.report.kata_page import after_note
from grader.report.lines import (
    BAD,
    GOOD,
    MARKED,
    QUIET,
    STRONG,
    folded,
    line,
    next_calls,
    rendered,
)
from grader.report.paper import Paper

CONTEXT_LINES = 3
ALIKE = "Your file is the reference, line by line.\n"


def solution_page(
    kata: Kata, source: str, others: Mapping[str, str], paper: Paper, advice: Advice
) -> str:
    """Return a right answer in full, and what each other right answer shows."""
    rows = [*folded(paper, f"{kata.number} {kata.title}: a reference", style=STRONG), Text()]
    rows += [*code(paper, source), Text()]
    if others:
        rows += folded(paper, "Other ways that are right", style=STRONG)
        for name, lesson in others.items():
            rows += [line(paper, "  ", (name, MARKED)), *folded(paper, lesson, indent=6)]
        rows.append(Text())
    note = after_note(paper, kata)
    rows += [*note, Text()] if note else []
    option = f"--variant {next(iter(others))}" if others else ""
    calls = [advice.call("solution", kata.slug, option)] if others else []
    return rendered(paper, [*rows, *next_calls(paper, *calls, advice.call("diff", kata.slug))])


def variant_page(name: str, source: str, paper: Paper) -> str:
    """Return one other right answer in full."""
    return rendered(paper, [*folded(paper, name, style=STRONG), Text(), *code(paper, source)])


def diff_page(kata: Kata, mine: str, reference: str, paper: Paper) -> str:
    """Return what the reference does otherwise: lines of yours with -, of the reference with +."""
    rows = difflib.unified_diff(
        mine.splitlines(), reference.splitlines(), "yours", "reference", "", "", CONTEXT_LINES, ""
    )
    styles = {"-": BAD, "+": GOOD, "@": QUIET}
    lines = [line(paper, (row, styles.get(row[:1], ""))) for row in rows]
    return rendered(paper, lines) if lines else ALIKE


def code(paper: Paper, source: str) -> list[Text]:
    """Return the lines of a program, coloured where the paper has colour, never folded."""
    text = paper.clean(source.rstrip("\n"))
    if not paper.colour:
        return [Text(row) for row in text.split("\n")]
    from rich.syntax import Syntax  # brings pygments, which no other page needs

    return list(Syntax(text, "python", theme="ansi_dark").highlight(text).split("\n"))[
        : text.count("\n") + 1
    ]
