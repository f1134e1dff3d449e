"""One judged kata: everything about it, or as much of it as fits a screen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.text import Text

from grader.catalog import Kata
from grader.report import failure
from grader.report.fit import MOST_LINES, Block, fitted
from grader.report.judged import Judged
from grader.report.lines import BAD, GOOD, QUIET, STRONG, bounded, folded, line, path, paths
from grader.report.numbers import shown
from grader.report.paper import Paper
from grader.report.prose import prose
from grader.report.star import starred
from grader.verdict import CheckResult

OUTPUT_LINES = 40  # of what the learner printed, on a page that may scroll
OUTPUT_CHARACTERS = 8_000


def title(paper: Paper, item: Judged) -> list[Text]:
    """Return the kata's number, title and how it stands."""
    lead = line(paper, (item.kata.number, STRONG), " ")
    name = starred(item.kata.title, item.kata)
    return folded(paper, f"{name}   {standing(item)}", lead=lead, style=STRONG)


def standing(item: Judged) -> str:
    """Return how a kata stands, in a few words."""
    verdict = item.verdict
    if verdict.not_started:
        return "not started"
    if verdict.solved:
        return "solved"
    if not verdict.checks or verdict.status == "error":
        return "could not be judged"
    skipped = sum(check.status == "skip" for check in verdict.checks)
    told = f", {skipped} not judged" if skipped else ""
    return f"{verdict.passed} of {len(verdict.checks)} checks pass{told}"


def in_lines(paper: Paper, item: Judged, room: int, whole: str = "") -> list[Text]:
    """Return an unsolved kata in `room` lines; in more only when its reasons need them.

    `whole` is the command that shows all of it.
    """
    head = [*title(paper, item), *_lost(paper, item), *_message(paper, item)]
    first, others = item.failed[:1], item.failed[1:]
    for check in first:
        head += [*failure.headline(paper, check), *failure.reasons(paper, check)]
    room -= len(head)
    # Where lines are few, half a picture is worth less than the whole explanation.
    roomy = room >= 10
    blocks = [
        Block(lambda n: _picture(paper, item, first, n), least=4, kept=4 * roomy, weight=2),
        Block(lambda n: _explanation(paper, item, n, whole), least=2, weight=3),
        Block(lambda n: failure.rest(paper, others, n), least=1, weight=1),
        Block(lambda n: _output(paper, item, n), least=2, kept=2 * roomy, weight=0),
    ]
    return [*head, *(row for block in fitted(blocks, room) for row in block)]


def in_full(paper: Paper, item: Judged) -> list[Text]:
    """Return a kata with every check, whatever its length."""
    rows = [*title(paper, item), *_lost(paper, item), *_message(paper, item)]
    rows += _explanation(paper, item, MOST_LINES)
    for check, alike in failure.alike(item.checks):
        rows += failure.headline(paper, check)
        if check.status in ("fail", "error"):
            rows += [
                *failure.reasons(paper, check),
                *failure.picture(paper, check, item.expected.get(check.name, ()), most=MOST_LINES),
            ]
        rows += failure.the_same(paper, alike)
    rows += _output(paper, item, OUTPUT_LINES)
    note = after(paper, item) if item.verdict.solved else []
    return [*rows, *([Text(), *note] if note else ())]


def to_do(paper: Paper, item: Judged) -> list[Text]:
    """Return a kata that waits to be started: what it asks."""
    task = folded(paper, item.task, indent=2) if item.task else []
    return [*title(paper, item), *_lost(paper, item), *task]


def files(paper: Paper, item: Judged) -> list[Text]:
    """Return the file to edit, at the line that the first failure names.

    Of a kata that is not started: what to read, and the line to write. With the first kata of a
    chapter comes the chapter's own page.
    """
    if item.verdict.not_started:
        pages = [item.chapter_page, item.readme] if item.kata.opens_chapter else [item.readme]
        at = f":{item.to_write}" if item.to_write else ""
        return [*paths(paper, "read", pages), *path(paper, "edit", f"{item.file}{at}")]
    told = " ".join([str(item.where or ""), item.verdict.message, *_messages(item)])
    named = re.search(rf"\b{re.escape(item.kata.filename)}(:\d+)", told)
    at = named[1] if named else ""
    return path(paper, "edit", f"{item.file}{at}")


def _messages(item: Judged) -> list[str]:
    return [check.message for check in item.failed]


def after(paper: Paper, item: Judged) -> list[Text]:
    """Return the note to read once a kata is solved."""
    return after_note(paper, item.kata)


def after_note(paper: Paper, kata: Kata) -> list[Text]:
    """Return the same, without a verdict."""
    return prose(paper, kata.after, indent=4)


def in_a_line(paper: Paper, item: Judged) -> list[Text]:
    """Return the kata's mark, number, id and points, and its star."""
    verdict = item.verdict
    status = "skip" if verdict.not_started else verdict.status
    points = f"{shown(verdict.points)}/{shown(verdict.max_points)}"
    lead = line(paper, "  ", failure.mark(paper, status), " ", item.kata.number, " ")
    name = item.kata.id.ljust(min(36, max(paper.width - 24, 0)))
    said = starred(f"{name} {points:>7}", item.kata)
    return folded(paper, said, lead=lead, style=GOOD if verdict.solved else "")


def _lost(paper: Paper, item: Judged) -> list[Text]:
    return folded(paper, f"It {item.lost}.", indent=2, style=BAD) if item.lost else []


def _message(paper: Paper, item: Judged) -> list[Text]:
    body = item.verdict.message.strip()
    if not body:
        return []
    lead = line(paper, "  ", failure.mark(paper, "error"), " ")
    return folded(paper, body[: failure.LONGEST_REASON], lead=lead, style=BAD)


def _explanation(paper: Paper, item: Judged, most: int, whole: str = "") -> list[Text]:
    if not item.verdict.explanation:
        return []
    lead = line(paper, "  ", ("! ", STRONG))
    rows = folded(paper, " ".join(item.verdict.explanation.split()), lead=lead)
    return bounded(paper, rows, most, indent=4, whole=whole)


def _picture(paper: Paper, item: Judged, checks: Sequence[CheckResult], most: int) -> list[Text]:
    """Return the first check's timeline in at most so many lines, beside a right one if it can."""
    if not checks:
        return []
    check = checks[0]
    for right in (item.expected.get(check.name, ()), ()):
        for bars in range(min(most, 8), 0, -1):
            rows = failure.picture(paper, check, right, most=bars)
            if len(rows) <= most:
                return rows
    return []


def _output(paper: Paper, item: Judged, most: int) -> list[Text]:
    printed = item.verdict.output.strip("\n")
    if not printed.strip():
        return []
    rows = folded(paper, printed[:OUTPUT_CHARACTERS], indent=4)
    heading = line(paper, "  ", ("your file printed", QUIET))
    cut = len(printed) > OUTPUT_CHARACTERS
    return [heading, *bounded(paper, rows, min(most, OUTPUT_LINES) - 1, indent=4, cut=cut)]
