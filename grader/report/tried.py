"""The page of `try`: what example.py does with the learner's file."""

from __future__ import annotations

from rich.text import Text

from grader.catalog import Kata
from grader.judge.wording import at
from grader.report.advice import Advice
from grader.report.lines import QUIET, STRONG, folded, line, next_calls, path, rendered
from grader.report.paper import Paper
from grader.report.played import Played, end_rows, picture_rows, printed_rows
from grader.run import Error


def tried_page(
    kata: Kata,
    what: Played,
    edit: str,
    example: str,
    paper: Paper,
    advice: Advice,
    to_write: int | None = None,
) -> str:
    """Return what happened, and what to do next. `edit` and `example` are paths as typed here.

    `to_write` is the line of the learner's file that waits for an answer.
    """
    lead = line(paper, (f"{kata.number} {kata.title}", STRONG), "   ")
    rows = [*folded(paper, f"example.py with your {kata.filename}", lead=lead, style=QUIET), Text()]
    is_stub = _is_stub(kata, what)
    if not is_stub:
        rows += printed_rows(paper, what.run.printed) if what.begun else []
        rows += end_rows(paper, what)
        picture = picture_rows(paper, what)
        rows += [Text(), *picture] if picture else []
    else:
        rows += printed_rows(paper, what.run.printed) if what.run.printed else []
        rows += folded(paper, _not_begun(kata))
    at_line = to_write if is_stub else _failed_line(kata, what)
    edit = f"{edit}:{at_line}" if at_line else edit
    rows += [Text(), *path(paper, "edit", edit), *path(paper, "example", example)]
    return rendered(paper, [*rows, *next_calls(paper, *_calls(kata, what, advice))])


def _calls(kata: Kata, what: Played, advice: Advice) -> list[str]:
    """Return what to type next; in real time only what ends there, too."""
    again, check = advice.call("try", kata.slug), advice.call("check", kata.slug)
    if what.ended:
        return [advice.call("try", kata.slug, "--real"), check]
    trouble = what.run.trouble
    is_empty = trouble is not None and trouble.kind == "empty"
    return [advice.call("reset", kata.slug), again] if is_empty else [again, check]


def _failed_line(kata: Kata, what: Played) -> int | None:
    """Return the line of the learner's file that the failure names."""
    where = what.finding.where if what.finding is not None else None
    return where.line if where is not None and where.path == kata.filename else None


def _not_begun(kata: Kata) -> str:
    return (
        f"{kata.filename} is not written yet: it still raises NotImplementedError."
        " Write it, and this shows what it does; nothing is judged here."
    )


def _is_stub(kata: Kata, what: Played) -> bool:
    """Return whether it ended where the learner's file is still to be written."""
    error = what.run.error
    return error is not None and any(_is_stubs(kata, each) for each in error.members)


def _is_stubs(kata: Kata, error: Error) -> bool:
    return error.type == "NotImplementedError" and kata.filename in at(error.where)
