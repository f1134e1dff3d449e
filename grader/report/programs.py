"""The page of all programs to predict, and what to say when there is no next one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from rich.text import Text

from grader.predictions import POINTS, Prediction, standing
from grader.puzzles import Puzzle
from grader.report.advice import Advice
from grader.report.lines import GOOD, STRONG, folded, line, next_calls, rendered
from grader.report.paper import Paper


def puzzles_page(
    every: Sequence[Puzzle],
    predictions: Mapping[str, Prediction],
    chapters: Mapping[str, str],
    paper: Paper,
    advice: Advice,
) -> str:
    """Return all programs by chapter, with the points of each that was predicted.

    `chapters` are the titles of chapters by their folders.
    """
    rows: list[Text] = []
    widest = max((len(puzzle.slug) for puzzle in every), default=0)
    for chapter, group in groupby(every, lambda puzzle: puzzle.chapter_folder):
        rows += folded(paper, f"{chapter[:2]} {chapters.get(chapter, chapter[3:])}", style=STRONG)
        for puzzle in group:
            made = predictions.get(puzzle.id)
            points = "  -" if made is None else f"{made.points}/{POINTS}"
            style = GOOD if made is not None and made.points == POINTS else ""
            lead = line(paper, "  ", (points, style), f"  {puzzle.slug:{widest}}  ")
            rows += folded(paper, puzzle.title, lead=lead)
    rows += [Text(), *folded(paper, standing([puzzle.id for puzzle in every], predictions))]
    return rendered(paper, [*rows, *next_calls(paper, advice.call("predict"))])


def all_predicted(
    every: Sequence[Puzzle], predictions: Mapping[str, Prediction], paper: Paper
) -> str:
    """Return what to say when there is no next program."""
    said = standing([puzzle.id for puzzle in every], predictions)
    more = "Name one to practise; `--list` shows them."
    return rendered(paper, [*folded(paper, f"{said}."), *folded(paper, more)])
