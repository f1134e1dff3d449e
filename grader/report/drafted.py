"""What `new` has made, and what to type next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from grader.catalog import Kata
from grader.report.advice import Advice
from grader.report.lines import STRONG, folded, labelled, line, next_calls, rendered
from grader.report.paper import Paper

GUIDE = "docs/author.md"


def drafted_page(kata: Kata, paths: Sequence[Path], paper: Paper, advice: Advice) -> str:
    """Return the files of a new kata, the guide for authors and the command that proves it."""
    rows = [*folded(paper, f"Made {kata.number} {kata.id}:", style=STRONG)]
    # Not folded: a path in two pieces opens nothing.
    rows += [line(paper, "  ", path) for path in sorted(map(Path.as_posix, paths))]
    rows += [Text(), *labelled(paper, "read", GUIDE, indent=0)]
    rows += next_calls(paper, advice.call("verify", kata.slug))
    rows += folded(paper, "The proof names what is still to be written.")
    return rendered(paper, rows)
