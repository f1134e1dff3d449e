"""The pages of `next` and `start`: one kata, where its file is, what to type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from grader.catalog import Kata
from grader.marks import Mark
from grader.report.advice import Advice
from grader.report.lines import BAD, STRONG, folded, line, next_calls, path, paths, rendered
from grader.report.numbers import shown
from grader.report.paper import Paper
from grader.report.regression import regression
from grader.report.star import starred

SET_EDITOR = "Set EDITOR, and this opens the file: export EDITOR=nano"


@dataclass(frozen=True)
class Place:
    """Paths as they are typed from here: a kata's file, with the line to write, and its pages."""

    file: str
    line: int | None
    pages: Sequence[str]

    @property
    def at(self) -> str:
        """The file, with the line where there is one."""
        return f"{self.file}:{self.line}" if self.line else self.file


def next_page(kata: Kata, mark: Mark, task: str, place: Place, paper: Paper, advice: Advice) -> str:
    """Return the kata, how it stands, what it asks, and what to type."""
    rows = _title(paper, kata, _standing(kata, mark))
    lost = regression(mark)
    rows += folded(paper, f"It {lost}.", indent=2, style=BAD) if lost else []
    rows += folded(paper, task, indent=2) if task else []
    rows += [Text(), *_files(paper, place)]
    calls = (advice.call("start"), advice.call("check", kata.slug), advice.call("hint"))
    return rendered(paper, [*rows, *next_calls(paper, *calls)])


def place_page(kata: Kata, place: Place, has_editor: bool, paper: Paper, advice: Advice) -> str:
    """Return where the kata's file and task are, and what to type after writing."""
    rows = [*_title(paper, kata, f"{kata.points} points"), *_files(paper, place)]
    rows += next_calls(paper, advice.call("check", kata.slug), advice.call("hint", kata.slug))
    rows += [] if has_editor else folded(paper, SET_EDITOR)
    return rendered(paper, rows)


def _title(paper: Paper, kata: Kata, standing: str) -> list[Text]:
    lead = line(paper, (kata.number, STRONG), " ")
    return folded(paper, f"{starred(kata.title, kata)}   {standing}", lead=lead, style=STRONG)


def _standing(kata: Kata, mark: Mark) -> str:
    if not mark.is_begun:
        return f"{kata.points} points"
    return f"{shown(mark.points_now)} of {kata.points} points so far"


def _files(paper: Paper, place: Place) -> list[Text]:
    return [*paths(paper, "read", place.pages), *path(paper, "edit", place.at)]
