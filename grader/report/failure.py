"""One check that failed: what was expected, what happened, why, where, and its picture."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from grader.report.circles import circle
from grader.report.lines import BAD, GOOD, MARKED, QUIET, folded, labelled, line
from grader.report.paper import Paper
from grader.report.picture import MOST_COLUMNS, Row, last_moment, shortened, timeline
from grader.report.two_pictures import label_columns, two_pictures, with_note
from grader.verdict import Bar, CheckResult

LONGEST_VALUE = 600  # characters of an expected or received value; a reason is never cut
LONGEST_REASON = 4_000  # a learner's own exception text can be of any length

_MARKS = {
    "pass": ("✓", "+", GOOD),
    "fail": ("✗", "x", BAD),
    "error": ("✗", "x", BAD),
    "skip": ("-", "-", QUIET),
}


def mark(paper: Paper, status: str) -> tuple[str, str]:
    """Return the mark of a status and its style."""
    unicode, plain, style = _MARKS[status]
    return (unicode if paper.unicode else plain), style


def headline(paper: Paper, check: CheckResult) -> list[Text]:
    """Return the mark and the check's sentence."""
    lead = line(paper, "  ", mark(paper, check.status), " ")
    skipped = "   (not judged)" if check.status == "skip" else ""
    return folded(paper, (check.sentence or check.name) + skipped, lead=lead)


def reasons(paper: Paper, check: CheckResult) -> list[Text]:
    """Return what was expected and got, or the message; why, and who waits for whom; where."""
    rows: list[Text] = []
    if not check.expected and not check.got:
        rows += folded(paper, _cut(check.message, LONGEST_REASON), indent=paper.indent)
    for label, body in (
        ("expected", _cut(check.expected, LONGEST_VALUE)),
        ("got", _cut(check.got, LONGEST_VALUE)),
        ("because", _cut(check.because, LONGEST_REASON)),
        ("depends", _cut(check.depends, LONGEST_REASON)),
        ("where", str(check.where or "")),
        ("schedule", str(check.schedule or "")),
    ):
        rows += labelled(paper, label, body) if body else []
        if label == "because":
            rows += [row for names in check.cycles for row in circle(paper, names)]
    return rows


def picture(
    paper: Paper, check: CheckResult, right: Sequence[Bar] = (), *, most: int = 8
) -> list[Text]:
    """Return the check's timeline, if it has one: at most `most` rows of bars, and a scale.

    Beside it stands that of a right answer, where one is given that differs.
    """
    if not last_moment(check.timeline, check.virtual_seconds):
        return []  # all at one moment: the picture would be a column of strokes
    both = two_pictures(paper, check, right, most=most) if right else []
    return both or _one_picture(paper, check, most)


def _one_picture(paper: Paper, check: CheckResult, most: int) -> list[Text]:
    room = paper.width - paper.indent
    labels = label_columns(paper, check.timeline)
    longest = max(len(bar.note) for bar in check.timeline) + 5
    columns = max(
        min(room - labels - 1 - longest, MOST_COLUMNS),
        min(room - labels - 4, MOST_COLUMNS * 2 // 5),
    )
    drawn = timeline(
        check.timeline,
        columns=columns,
        until=check.virtual_seconds,
        most=most,
        unicode=paper.unicode,
    )
    rows = [text for row in drawn.rows for text in _row(paper, row, labels)]
    margin = " " * (paper.indent + labels + 1)
    rows.append(line(paper, margin, (drawn.scale, QUIET)))
    if drawn.left_out:
        rows.append(line(paper, margin, (f"… and {drawn.left_out} more", QUIET)))
    return rows


def alike(checks: Sequence[CheckResult]) -> list[tuple[CheckResult, list[CheckResult]]]:
    """Return the checks, each with the later ones that failed with the very same words."""
    groups: dict[object, list[CheckResult]] = {}
    for check in checks:
        same = (check.message, check.expected, check.got, check.because, check.where)
        failed = check.status in ("fail", "error") and any(same)
        groups.setdefault(same if failed else check.name, []).append(check)
    return [(first, others) for first, *others in groups.values()]


def the_same(paper: Paper, others: Sequence[CheckResult]) -> list[Text]:
    """Return that other checks failed in the same way, with their names in a line each."""
    if not others:
        return []
    number = "one more check" if len(others) == 1 else f"{len(others)} more checks"
    rows = folded(paper, f"the same in {number}:", indent=paper.indent, style=QUIET)
    return [*rows, *(row for check in others for row in headline(paper, check))]


def rest(paper: Paper, checks: Sequence[CheckResult], most: int) -> list[Text]:
    """Return the other failing checks, in at most `most` lines."""
    rows = [row for check in checks for row in headline(paper, check)]
    if len(rows) <= most:
        return rows
    shown: list[Text] = []
    for n, check in enumerate(checks):
        more = headline(paper, check)
        if len(shown) + len(more) >= most:
            return [*shown, line(paper, "  ", (_left_out(len(checks) - n, after=n), QUIET))]
        shown += more
    return shown


def _left_out(number: int, after: int) -> str:
    if after:
        return f"… and {number} more failed"
    return "One other check failed." if number == 1 else f"{number} other checks failed."


def _row(paper: Paper, row: Row, labels: int) -> list[Text]:
    label = shortened(paper.clean(row.label), labels, unicode=paper.unicode)
    start = line(paper, " " * paper.indent, label, " ", (row.drawing, MARKED))
    return with_note(paper, start, row.note)


def _cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return f"{text[:most]}… ({len(text) - most:,} more characters)"
