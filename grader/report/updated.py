"""The page of `update`: what is new in the course, and what that means for answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rich.text import Text

from grader.backups import BACKUPS
from grader.catalog import Kata
from grader.report.advice import Advice
from grader.report.lines import (
    GOOD,
    LABEL_COLUMNS,
    MARKED,
    folded,
    labelled,
    line,
    next_calls,
    rendered,
)
from grader.report.paper import Paper
from grader.report.star import starred

NOTHING_NEW = "The course is up to date.\n"
SHORT_CHARACTERS = 8  # of a commit's id


@dataclass(frozen=True)
class News:
    """What an update brought: `commits` since the commit `old`; `own` ones were joined to them.

    `stubs` are the katas whose stub changed under an answer, `programs` those whose example did
    under one of the learner's; `begun` the ids of all answers, `examples` of all such examples.
    """

    commits: int
    old: str
    own: bool = False
    new: Sequence[Kata] = ()
    gone: Sequence[Kata] = ()
    stubs: Sequence[Kata] = ()
    tasks: Sequence[Kata] = ()
    moved: Sequence[Kata] = ()
    programs: Sequence[Kata] = ()
    begun: Collection[str] = ()
    examples: Collection[str] = ()


def updated_page(news: News, paper: Paper, advice: Advice) -> str:
    """Return what is new, kata by kata; nothing of it is judged yet."""
    many = "1 change" if news.commits == 1 else f"{news.commits} changes"
    kept = " Every answer of yours is as you left it." if news.begun else ""
    rows = folded(paper, f"The course is updated by {many}.{kept}", style=GOOD)
    rows += _named(paper, "new", _names(news.new))
    rows += _named(paper, "task", _names(news.tasks), "with a changed text")
    rows += _named(paper, "stub", _names(news.stubs), "begun from a stub that has changed")
    if news.stubs:
        rows += _to_look_at(paper, news)
    rows += _named(paper, "example", _names(news.programs), "with another one; yours stays")
    rows += _named(paper, "moved", _names(news.moved), "with a new number")
    gone = [f"{kata.number} {kata.slug}" for kata in news.gone]  # their files cannot be read
    rows += _named(paper, "gone", gone, "not in the course any more")
    if any(kata.id in (*news.begun, *news.examples) for kata in news.gone):
        said = f"What you wrote for them is kept in {BACKUPS.as_posix()}."
        rows += folded(paper, said, indent=LABEL_COLUMNS)
    if not (news.new or news.tasks or news.stubs or news.programs or news.moved or news.gone):
        rows += folded(paper, "No kata is new, and no task or stub of yours has changed.")
    return rendered(paper, [*rows, *next_calls(paper, advice.call("check"))])


def _names(katas: Sequence[Kata]) -> list[str]:
    return [starred(f"{kata.number} {kata.slug}", kata) for kata in katas]


def _named(paper: Paper, label: str, names: Sequence[str], what: str = "") -> list[Text]:
    if not names:
        return []
    many = "1 kata" if len(names) == 1 else f"{len(names)} katas"
    said = f"{' '.join(filter(None, (many, what)))}: {', '.join(names)}"
    return labelled(paper, label, said, indent=0)


def _to_look_at(paper: Paper, news: News) -> list[Text]:
    said = "Your file stays as it is. What the stub was and is now:"
    rows = folded(paper, said, indent=LABEL_COLUMNS)
    for kata in news.stubs:
        # Not folded: a command in two pieces cannot be copied.
        call = f"git diff {news.old[:SHORT_CHARACTERS]} HEAD -- :/{kata.pristine.as_posix()}"
        rows.append(line(paper, " " * LABEL_COLUMNS, (call, MARKED)))
    return rows
