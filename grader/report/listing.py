"""The page of `list`: katas by chapter, how each stands, how many there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from grader.catalog import Kata
from grader.marks import NOT_STARTED, Mark
from grader.report.advice import Advice
from grader.report.lines import BAD, GOOD, QUIET, STRONG, folded, line, next_calls, rendered
from grader.report.numbers import shown
from grader.report.paper import Paper
from grader.report.regression import regression
from grader.report.star import starred

_NEVER = Mark()


def list_page(
    katas: Sequence[Kata],
    marks: Mapping[str, Mark],
    paper: Paper,
    advice: Advice,
    among: Sequence[Kata] = (),
) -> str:
    """Return these katas by chapter, how each stands and was at best; `among` are all there are."""
    rows: list[Text] = []
    chapter = ""
    columns = _columns(katas, paper.width)
    for kata in katas:
        if kata.chapter_folder != chapter:
            chapter = kata.chapter_folder
            rows += folded(paper, kata.chapter_title, style=STRONG)
        rows += _kata(paper, kata, marks.get(kata.id, _NEVER), columns)
    said = _summary(katas, among or katas, marks)
    rows += [Text(), *folded(paper, said)]
    return rendered(paper, [*rows, *next_calls(paper, advice.call("check"))])


_NONE_STANDS = {
    "open": "None of these katas is open: all are solved.",
    "begun": "None of these katas is begun and not solved.",
    "done": "None of these katas is solved yet.",
}


def nothing_page(
    words: Sequence[str], standing: str, near: Sequence[str], paper: Paper, advice: Advice
) -> str:
    """Return that no kata is like that, which words come near, and where all katas stand."""
    with_words = f"There is no kata like that with {' and '.join(words)}."
    said = with_words if words else _NONE_STANDS.get(standing, "There is no kata like that.")
    rows = folded(paper, said)
    if near:
        rows += folded(paper, f"Near words: {', '.join(near)}.")
    return rendered(paper, [*rows, *next_calls(paper, advice.call("list"))])


@dataclass(frozen=True)
class _Columns:
    """How wide names and titles are drawn; 0 for titles that find no room."""

    slug: int
    title: int


def _columns(katas: Sequence[Kata], width: int) -> _Columns:
    slug = max((len(kata.slug) for kata in katas), default=0)
    title = max((cell_len(kata.title) for kata in katas), default=0)
    standing = max((len(starred("  open  10 points", kata)) for kata in katas), default=0)
    room = width - len("  ✓ 0101 ") - slug - standing - len("  ")
    return _Columns(slug, title if title <= room else 0)


def _summary(katas: Sequence[Kata], among: Sequence[Kata], marks: Mapping[str, Mark]) -> str:
    said = [f"{len(katas)} of {len(among)} katas shown."] if len(katas) < len(among) else []
    core, extra = ([kata for kata in among if kata.stretch is beside] for beside in (False, True))
    said.append(f"{_solved(core, marks)} solved.")
    said += [f"stretch {_solved(extra, marks)}."] if extra else []
    return "  ".join(said)


def _solved(katas: Sequence[Kata], marks: Mapping[str, Mark]) -> str:
    solved = sum(marks.get(kata.id, _NEVER).is_solved for kata in katas)
    return f"{solved}/{len(katas)}"


def _kata(paper: Paper, kata: Kata, mark: Mark, columns: _Columns) -> list[Text]:
    mark_of, style = sign(paper, mark)
    name = kata.slug.ljust(columns.slug)
    lead = line(paper, "  ", (mark_of, style), " ", kata.number, " ", name)
    title = f"  {set_cell_size(kata.title, columns.title)}" if columns.title else ""
    stands = "done" if mark.is_solved else "open"
    said = starred(f"{title}  {stands}  {_points(kata, mark)}", kata)
    lost = regression(mark) if mark.judged else ""
    below = folded(paper, lost, indent=9 if columns.title else 4, style=BAD) if lost else []
    return [*folded(paper, said, lead=lead), *below]


def sign(paper: Paper, mark: Mark) -> tuple[str, str]:
    """Return the mark of a kata that stands like this, and its style."""
    if not mark.is_begun:
        return " ", QUIET
    if mark.is_solved:
        return ("✓" if paper.unicode else "+"), GOOD
    return ("✗" if paper.unicode else "x"), BAD


def _points(kata: Kata, mark: Mark) -> str:
    now = mark.points_now
    if not mark.judged or (mark.latest == NOT_STARTED and not mark.points):
        return f"{kata.points} points"
    # Of what was solved, the line below says what was best.
    if regression(mark) or (mark.latest != NOT_STARTED and now >= mark.points):
        return f"{shown(now)} of {kata.points} points"
    stands = "not started" if mark.latest == NOT_STARTED else f"{shown(now)} now"
    return f"{stands}, {shown(mark.points)} of {kata.points} points best"
