"""All that the page says, as plain data: progress by chapter, verdicts, what is untouched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from grader.catalog import Kata
from grader.marks import Mark
from grader.report.html.kata import Entry
from grader.report.numbers import shown
from grader.report.score import score, stretch
from grader.verdict import Verdict


@dataclass(frozen=True)
class Tally:
    """Katas solved and points earned, out of how many."""

    solved: int
    katas: int
    points: str
    max_points: str
    percent: str

    @property
    def is_there(self) -> bool:
        """False where there are no such katas."""
        return self.katas > 0


@dataclass(frozen=True)
class Chapter:
    """A chapter's tally, that of its stretch katas, and the verdicts on what was begun."""

    title: str
    core: Tally
    stretch: Tally
    begun: tuple[Entry, ...]


@dataclass(frozen=True)
class Past:
    """What was remembered of a kata: how often another text was judged, hints, the first pass."""

    number: str
    title: str
    stretch: bool
    attempts: int
    hints: int
    solved_on: str


@dataclass(frozen=True)
class Untouched:
    """A kata that nobody has begun."""

    number: str
    title: str
    points: str
    stretch: bool


@dataclass(frozen=True)
class Page:
    """One report. `of` names a foreign folder of answers; `past` is empty for one.

    `compared` tells whether there are references to stand beside.
    """

    of: str
    day: str
    compared: bool
    core: Tally
    stretch: Tally
    chapters: tuple[Chapter, ...]
    past: tuple[Past, ...]
    untouched: tuple[Untouched, ...]

    @property
    def begun(self) -> list[Entry]:
        """The verdicts on what was begun, in the course's order."""
        return [entry for chapter in self.chapters for entry in chapter.begun]


def page_of(
    judged: Sequence[tuple[Kata, Verdict]],
    entries: Mapping[str, Entry],
    marks: Mapping[str, Mark],
    *,
    of: str = "",
    day: str,
    compared: bool = True,
) -> Page:
    """Return a report. `entries` are the verdicts in full, by kata id, on what was begun.

    `day` is as 2026-11-23.
    """
    chapters = [
        _chapter(title, list(group), entries)
        for title, group in groupby(judged, lambda each: each[0].chapter_title)
    ]
    return Page(
        of,
        day,
        compared,
        _core(judged),
        _extra(judged),
        tuple(chapters),
        tuple(_past(kata, marks[kata.id]) for kata, _ in judged if kata.id in marks),
        tuple(_untouched(kata) for kata, verdict in judged if verdict.not_started),
    )


def _chapter(
    title: str, judged: Sequence[tuple[Kata, Verdict]], entries: Mapping[str, Entry]
) -> Chapter:
    begun = tuple(entries[kata.id] for kata, _ in judged if kata.id in entries)
    return Chapter(title, _core(judged), _extra(judged), begun)


def _core(judged: Iterable[tuple[Kata, Verdict]]) -> Tally:
    verdicts = [verdict for kata, verdict in judged if not kata.stretch]
    total, solved = score(verdicts), sum(verdict.solved for verdict in verdicts)
    return _tally(solved, len(verdicts), total.points, total.max_points, total.percent)


def _extra(judged: Iterable[tuple[Kata, Verdict]]) -> Tally:
    total = stretch([verdict for kata, verdict in judged if kata.stretch])
    share = 100 * total.points / total.max_points if total.max_points else 0.0
    return _tally(total.solved, total.katas, total.points, total.max_points, share)


def _tally(solved: int, katas: int, points: float, most: float, percent: float) -> Tally:
    return Tally(solved, katas, shown(points), shown(most), shown(percent))


def _past(kata: Kata, mark: Mark) -> Past:
    return Past(kata.number, kata.title, kata.stretch, mark.attempts, mark.hints, mark.solved_on)


def _untouched(kata: Kata) -> Untouched:
    return Untouched(kata.number, kata.title, shown(kata.points), kata.stretch)
