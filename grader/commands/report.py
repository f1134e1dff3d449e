"""`report`: one HTML page about a set of answers, with a picture of each run."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from grader.catalog import Course, Kata
from grader.commands.choice import answers
from grader.commands.outside import Outside
from grader.commands.written import checked_place, write_page
from grader.errors import EXIT_GRADED, UsageError
from grader.jobs import submission_text
from grader.marks import outcome_of
from grader.plan import Plan
from grader.report.html.kata import Entry, entry_of
from grader.report.html.page import page_of
from grader.report.html.pairs import Films, needed
from grader.run import Record
from grader.verdict import Verdict

FOLDER = Path(".katas")  # which git ignores


def run(options: argparse.Namespace, outside: Outside) -> int:
    """Judge the chosen katas, write the page, and say where it is."""
    course = outside.course()
    judged = answers(course, options, outside)
    katas, files = [kata for kata, _ in judged], [file for _, file in judged]
    of = _name(outside, options.source)
    place = _place(course, outside, options.out, of)
    making = _Making(course, judged, outside)
    progress = outside.progress(course)
    try:
        making.carry_out()
    finally:
        # Ctrl-C in the middle loses nothing that was judged before.
        if options.source is None:
            progress.record(map(outcome_of, making.verdicts, files))
    from grader.report.html.render import rendered  # brings jinja2, which nothing else needs

    page = page_of(
        list(zip(katas, making.verdicts, strict=True)),
        making.entries,
        {} if options.source else progress.marks(),
        of=of,
        day=progress.today(),
        compared=making.compared,
    )
    write_page(place, rendered(page), outside.shown(place))
    outside.page(f"{outside.shown(place)}\n")
    if outside.live and outside.deliver():
        outside.note(f"Open it in a browser: {place.resolve().as_uri()}")
    return EXIT_GRADED


def _name(outside: Outside, source: str | None) -> str:
    """Return what a foreign folder is called, without the way to it; "" for one's own answers."""
    return (outside.folder / source).resolve().name if source is not None else ""


def _place(course: Course, outside: Outside, out: str | None, of: str) -> Path:
    """Return where the page goes; raise `UsageError` where it cannot."""
    if out is None:
        suffix = re.sub(r"[^\w.-]+", "-", of)
        place = course.root / FOLDER / (f"report-{suffix}.html" if of else "report.html")
        with suppress(OSError):  # that the page cannot be written says so
            place.parent.mkdir(exist_ok=True)
    else:
        place = outside.folder / out
        if not place.parent.is_dir():
            folder = outside.shown(place.parent)
            raise UsageError(f"{folder} is not there. --out names a file in a folder that is.")
    checked_place(place, outside.shown(place))
    return place


@dataclass
class _Making:
    """The verdicts on some answers, and in full those on katas that were begun."""

    course: Course
    answers: Sequence[tuple[Kata, Path]]
    outside: Outside
    verdicts: list[Verdict] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    compared: bool = False  # with a reference, where one is there

    def carry_out(self) -> None:
        """Judge all answers, then record again what is to be drawn."""
        try:
            with self.outside.runner(self.course, [kata for kata, _ in self.answers]) as runner:
                runner.start()
                self._judge(runner)
                for (kata, path), verdict in zip(self.answers, self.verdicts, strict=True):
                    if not verdict.not_started:
                        self.outside.working(f"drawing {kata.id}")
                        films = self._films(runner, kata, path, verdict)
                        source = submission_text(path)
                        self.entries[kata.id] = entry_of(kata, verdict, films, source)
        finally:
            self.outside.working("")

    def _judge(self, runner: Any) -> None:
        katas, judging = [kata for kata, _ in self.answers], runner.judge_all(self.answers)
        for verdict in self.outside.in_turn("judging", katas, judging):
            self.verdicts.append(verdict)  # one by one: those of an interrupted run stay

    def _films(self, runner: Any, kata: Kata, path: Path, verdict: Verdict) -> Films:
        """Record an answer and the reference once more, with what pictures need."""
        plan = Plan(waits=True, only=needed(check.scenario for check in verdict.checks))
        has_reference = (kata.root / kata.reference).is_file()
        self.compared |= has_reference
        if not plan.only:
            return Films()
        mine: Record = runner.record(kata, path, plan)
        if not has_reference:
            return Films(mine.runs)
        return Films(mine.runs, runner.record(kata, kata.root / kata.reference, plan).runs)
