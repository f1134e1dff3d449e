"""How a stretch kata is marked: it is extra, no score counts it and nothing waits for it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from grader.catalog import Kata
from grader.report.lines import GOOD, folded
from grader.report.paper import Paper

STAR = "★ stretch"  # "* stretch" where the output knows no star
DONE = "The course is done: every kata that counts is solved."
EXTRA = "extra, beside the score"


def starred(text: str, kata: Kata) -> str:
    """Return the text, with the mark behind it for a stretch kata."""
    return f"{text} {STAR}" if kata.stretch else text


def course_done(paper: Paper, left: Sequence[Kata]) -> list[Text]:
    """Return that the course is done, and the names of the stretch katas that are left."""
    names = ", ".join(f"{kata.number} {kata.slug}" for kata in left)
    offer = f"What is left is {STAR}, {EXTRA}: {names}."
    return [*folded(paper, DONE, style=GOOD), *folded(paper, offer)]
