"""The page of `progress`: a chart of points by chapter, and what each kata took."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from grader.catalog import Kata
from grader.marks import Mark
from grader.report.advice import Advice
from grader.report.lines import BAD, GOOD, QUIET, STRONG, folded, line, next_calls, rendered
from grader.report.listing import sign
from grader.report.numbers import shown
from grader.report.paper import Paper
from grader.report.regression import regression
from grader.report.star import STAR

BAR_COLUMNS = 20
LEAST_BAR_COLUMNS = 4
_NEVER = Mark()


def progress_page(
    katas: Sequence[Kata],
    marks: Mapping[str, Mark],
    paper: Paper,
    advice: Advice,
    predicted: str = "",
) -> str:
    """Return how far somebody has come: a bar for each chapter, then a line for each kata begun.

    `predicted` is how the predictions stand, in a line, where the course has some.
    """
    rows: list[Text] = []
    chapters = [(name, list(group)) for name, group in groupby(katas, lambda k: k.chapter_title)]
    widest = max((cell_len(name) for name, _ in chapters), default=0)
    told = [_told(group, marks) for _, group in chapters]
    room = paper.width - widest - len("  []") - max(map(len, told), default=0)
    columns = max(LEAST_BAR_COLUMNS, min(room, BAR_COLUMNS))
    for (name, group), said in zip(chapters, told, strict=True):
        bar = _bar(group, marks, columns)
        rows.append(line(paper, name.ljust(widest + len(name) - cell_len(name)), "  ", bar, said))
    rows += folded(paper, predicted) if predicted else []
    begun = [kata for kata in katas if marks.get(kata.id, _NEVER).is_begun]
    if begun:
        rows += [Text(), *_table(paper, begun, marks)]
    rows += [Text(), *_regressions(paper, katas, marks)]
    return rendered(paper, [*rows, *next_calls(paper, advice.call("check"))])


def _points(katas: Sequence[Kata], marks: Mapping[str, Mark]) -> tuple[float, int]:
    """Return the points of a chapter: those that somebody has now, and all there are."""
    core = [kata for kata in katas if not kata.stretch]
    got = sum(marks.get(kata.id, _NEVER).points_now for kata in core)
    return got, sum(kata.points for kata in core)


def _bar(katas: Sequence[Kata], marks: Mapping[str, Mark], columns: int) -> tuple[str, str]:
    got, most = _points(katas, marks)
    filled = int(columns * got / most) if most else 0
    return f"[{'#' * filled}{'.' * (columns - filled)}]", GOOD if got else QUIET


def _told(katas: Sequence[Kata], marks: Mapping[str, Mark]) -> str:
    got, most = _points(katas, marks)
    said = f" {shown(got):>5}/{most} points"
    extra = [kata for kata in katas if kata.stretch]
    if extra:
        solved = sum(marks.get(kata.id, _NEVER).is_solved for kata in extra)
        said += f"   {STAR} {solved}/{len(extra)}"
    return said


def _table(paper: Paper, katas: Sequence[Kata], marks: Mapping[str, Mark]) -> list[Text]:
    widest = max(len(kata.slug) for kata in katas)
    heading = f"{'kata':{widest + 7}}  {'attempts':>8}  {'hints':>5}  first solved"
    rows = [line(paper, (heading, STRONG))]
    for kata in katas:
        mark = marks[kata.id]
        told = f" {kata.number} {kata.slug:{widest}}  {mark.attempts:>8}  {mark.hints:>5}  "
        rows.append(line(paper, sign(paper, mark), told, mark.solved_on or "-"))
    return rows


def _regressions(paper: Paper, katas: Sequence[Kata], marks: Mapping[str, Mark]) -> list[Text]:
    """Say which katas were solved once and are not now, after an edit or an update."""
    lost = [(kata, regression(marks.get(kata.id, _NEVER))) for kata in katas]
    rows = [
        row
        for kata, said in lost
        if said
        for row in folded(paper, f"{kata.number} {kata.slug} {said}.", style=BAD)
    ]
    return [*rows, Text()] if rows else []
