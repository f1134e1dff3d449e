"""What a program did in the lab: its lines with their times, how it ended, and the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.text import Text

from grader.judge.finding import Finding
from grader.judge.timeline import BLOCKED, timeline
from grader.judge.troubles import incomplete, of_trouble
from grader.judge.wording import error_text, seconds
from grader.report import failure
from grader.report.lines import BAD, GOOD, QUIET, folded, line
from grader.report.paper import Paper
from grader.run import Printed, Record, Run
from grader.verdict import Bar, CheckResult
from grader.worker.output import SHOWN_CHARACTERS

MOST_LINES = 200  # printed ones on a page
MOST_NOTES = 3
LONGEST_LINE = 1_000  # characters
MOST_LANES = 12

_CLEANING_UP = ("shutdown_asyncgens", "shutdown_default_executor")  # asyncio's own tasks


@dataclass(frozen=True)
class Played:
    """One run of a program, and why it did not come to its end, if it did not."""

    run: Run
    finding: Finding | None = None
    begun: bool = True

    @property
    def ended(self) -> bool:
        """True when it came to its end by itself."""
        return self.finding is None


def played(record: Record) -> Played:
    """Return what was recorded of a program; nothing but its trouble where it could not begin."""
    if record.trouble is not None or not record.runs:
        run = Run("", trouble=record.trouble, output=record.output)
        return Played(run, of_trouble(record.trouble) if record.trouble else None, begun=False)
    return Played(record.runs[0], incomplete(record.runs[0]))


def stamps(lines: Sequence[Printed]) -> list[str]:
    """Return the moments of some lines as they stand in front of them: `0.50 s`, all as wide."""
    digits = 2 if all(round(each.at, 2) == round(each.at, 3) for each in lines) else 3
    texts = [f"{each.at:.{digits}f} s" for each in lines]
    return [text.rjust(max(map(len, texts))) for text in texts]


def printed_rows(paper: Paper, lines: Sequence[Printed]) -> list[Text]:
    """Return each printed line with its virtual time in front."""
    if not lines:
        return [line(paper, "  ", ("It printed nothing.", QUIET))]
    rows: list[Text] = []
    for each, stamp in zip(lines[:MOST_LINES], stamps(lines), strict=False):
        lead = line(paper, "  ", (f"{stamp}  ", QUIET))
        rows += folded(paper, each.text[:LONGEST_LINE], lead=lead)
    # Where it printed more than is kept, nobody counted the lines.
    if sum(len(each.text) + 1 for each in lines) >= SHOWN_CHARACTERS:
        rows.append(line(paper, "  ", ("… and more", QUIET)))
    elif len(lines) > MOST_LINES:
        rows.append(line(paper, "  ", (f"… and {len(lines) - MOST_LINES} more lines", QUIET)))
    return rows


def end_rows(paper: Paper, what: Played) -> list[Text]:
    """Return how it ended: after how long, or why not, and what nobody looked at."""
    run = what.run
    after = f" after {seconds(run.makespan)}" if what.ended or run.makespan else ""
    if what.finding is None:
        rows = [line(paper, (f"ended{after}", GOOD))]
    else:
        word = "ended with an error" if run.error else "stopped" if what.begun else "not begun"
        rows = [line(paper, (f"{word}{after}", BAD))]
        rows += failure.reasons(paper, _as_check(what))
    return [*rows, *(row for note in _notes(run) for row in folded(paper, note, indent=2))]


def picture_rows(paper: Paper, what: Played) -> list[Text]:
    """Return the timeline, if anything took time."""
    return failure.picture(paper, _as_check(what), most=MOST_LANES) if lanes(what.run) else []


def _as_check(what: Played) -> CheckResult:
    # So that reasons and timeline look as everywhere.
    finding = what.finding or Finding("")
    return CheckResult(
        "",
        "",
        "error",
        finding.message,
        because=finding.because,
        where=finding.where,
        virtual_seconds=what.run.makespan,
        timeline=lanes(what.run),
        cycles=finding.cycles,
    )


def _notes(run: Run) -> list[str]:
    """Return what happened unseen, in a sentence each."""
    notes = [
        f"`{each.name}(...)`{f' ({each.where})' if each.where else ''} was never awaited."
        for each in run.unawaited
    ]
    notes += [
        f"Nobody looked at {error_text(each.error)}"
        f"{f' ({each.error.where})' if each.error.where else ''}."
        for each in run.lost_errors
        if each.error is not None
    ]
    return notes[:MOST_NOTES]


def lanes(run: Run) -> tuple[Bar, ...]:
    """Return a bar for each call and request that took time, else for each task.

    Where the loop was blocked, there is one for that, too.
    """
    spied = tuple(call for call in run.calls if call.of == "spy")
    pictured = [run]
    if run.exchanges and spied:  # a verdict would show the calls alone
        pictured = [Run("", calls=spied), replace(run, calls=())]
    bars = [bar for each in pictured for bar in timeline(each) if bar.end != bar.start or bar.note]
    if any(bar.label != BLOCKED for bar in bars):
        return tuple(bars)
    return (*_tasks(run), *bars)


def _tasks(run: Run) -> list[Bar]:
    tasks = [task for task in run.tasks if task.coroutine not in _CLEANING_UP]
    begun = [task for task in tasks if task.parent is not None]  # the others are whole programs
    named = [
        (f"{task.name} {task.coroutine}" if task.name.startswith("task ") else task.name, task)
        for task in begun
    ]
    return [
        Bar(name, task.created, task.ended) for name, task in named if task.ended != task.created
    ]
