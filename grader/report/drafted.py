"""What `new` has made, and what to type next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from grader.catalog import Kata
from grader.report.advice import Advice
from grader.report.lines import LABEL_COLUMNS, QUIET, STRONG, folded, line, rendered
from grader.report.paper import Paper

GUIDE = "docs/author.md"


def drafted_page(kata: Kata, paths: Sequence[Path], paper: Paper, advice: Advice) -> str:
    """Return the files of a new kata, the guide for authors and the command that proves it."""
    rows = [*folded(paper, f"Made {kata.number} {kata.id}:", style=STRONG)]
    rows += [
        line(paper, "  ", path) for path in sorted(map(Path.as_posix, paths))
    ]  # whole, so that they open
    rows.append(Text())
    for label, said in (
        ("read", GUIDE),
        ("next", f"{advice.call('verify', kata.slug)}    says what is still to be written"),
    ):
        rows += folded(paper, said, lead=line(paper, (label.ljust(LABEL_COLUMNS), QUIET)))
    return rendered(paper, rows)
