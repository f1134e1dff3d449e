"""The pages of `list`, `show` and `hint`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from grader.catalog import Kata
from grader.marks import NOT_STARTED, Mark
from grader.report.advice import Advice
from grader.report.lines import (
    BAD,
    GOOD,
    LABEL_COLUMNS,
    QUIET,
    STRONG,
    folded,
    line,
    rendered,
)
from grader.report.numbers import shown
from grader.report.paper import Paper
from grader.report.prose import prose
from grader.report.star import EXTRA, course_done, starred

ALL_SOLVED = "Every kata is solved. Name one to look at it again.\n"
_NEVER = Mark()


def list_page(
    katas: Sequence[Kata], marks: Mapping[str, Mark], paper: Paper, advice: Advice
) -> str:
    """Return all katas by chapter with the best result of each."""
    rows: list[Text] = []
    chapter = ""
    columns = _Columns(
        max((len(kata.slug) for kata in katas), default=0),
        max((cell_len(kata.title) for kata in katas), default=0),
    )
    for kata in katas:
        if kata.chapter_folder != chapter:
            chapter = kata.chapter_folder
            rows += folded(paper, kata.chapter_title, style=STRONG)
        rows += _kata(paper, kata, marks.get(kata.id, _NEVER), columns)
    core, extra = ([kata for kata in katas if kata.stretch is beside] for beside in (False, True))
    said = f"{_solved(core, marks)} solved.  "
    said += f"stretch {_solved(extra, marks)}.  " if extra else ""
    rows += [Text(), *folded(paper, f"{said}next: {advice.call('check')}")]
    return rendered(paper, rows)


def _solved(katas: Sequence[Kata], marks: Mapping[str, Mark]) -> str:
    solved = sum(marks.get(kata.id, _NEVER).latest == "pass" for kata in katas)
    return f"{solved}/{len(katas)}"


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
        ("next", calls),
    ):
        # Not folded: a path or an address in two pieces opens nothing.
        labels = [label, *[""] * len(parts)]
        rows += [
            line(paper, (head.ljust(LABEL_COLUMNS), QUIET), part)
            for head, part in zip(labels, parts, strict=False)
        ]
    return rendered(paper, rows)


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
        said = f"There are no more hints. {kata.reference.as_posix()} holds a solution."
        rows += [Text(), *folded(paper, said)]
    name = kata.slug
    calls = (
        advice.call("check", name)
        if over
        else f"{advice.call('check', name)}    {advice.call('hint', name)}"
    )
    rows += [Text(), *folded(paper, calls, lead=line(paper, ("next".ljust(LABEL_COLUMNS), QUIET)))]
    return rendered(paper, rows)


@dataclass(frozen=True)
class _Columns:
    slug: int
    title: int


def _kata(paper: Paper, kata: Kata, mark: Mark, columns: _Columns) -> list[Text]:
    mark_of, style = sign(paper, mark)
    wide = paper.width >= 60
    lead = line(
        paper,
        "  ",
        (mark_of, style),
        " ",
        kata.number,
        " ",
        kata.slug.ljust(columns.slug if wide else 0),
    )
    title = f"  {set_cell_size(kata.title, columns.title)}" if wide else ""
    return folded(paper, starred(f"{title}  {_points(kata, mark)}", kata), lead=lead)


def sign(paper: Paper, mark: Mark) -> tuple[str, str]:
    """Return the mark of a kata that stands like this, and its style."""
    if not mark.judged or mark.latest == NOT_STARTED:
        return " ", QUIET
    if mark.latest == "pass":
        return ("✓" if paper.unicode else "+"), GOOD
    return ("✗" if paper.unicode else "x"), BAD


def _points(kata: Kata, mark: Mark) -> str:
    if not mark.judged:
        return f"{kata.points} points"
    now = mark.points if mark.now is None else mark.now
    stands = mark.latest if mark.latest == NOT_STARTED else f"{shown(now)}/{kata.points}"
    if mark.status == "pass" and mark.latest != "pass":
        return f"{stands}, solved before"
    return f"{stands}, best {shown(mark.points)}/{kata.points}" if mark.points > now else stands
