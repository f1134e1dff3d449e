"""What `check` says: one screen, or one document."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from grader.catalog import SOLUTIONS, Course, Kata
from grader.commands.outside import Outside
from grader.commands.sources import check_bodies
from grader.expected import Bars
from grader.jobs import submission_text
from grader.marks import NOT_STARTED, Mark, Marks
from grader.report.as_json import document
from grader.report.explored import explored_page
from grader.report.fragile import fragile
from grader.report.gist import gist, line_to_write
from grader.report.judged import Judged, Session
from grader.report.regression import regression
from grader.report.terminal import everything, in_detail, overview
from grader.verdict import Verdict


def document_page(
    course: Course,
    katas: Sequence[Kata],
    verdicts: Sequence[Verdict],
    explored: Sequence[Verdict],
) -> str:
    """Return the JSON document, with the bodies of the checks, and what exploring found."""
    bodies = {kata.id: check_bodies(course.root / kata.suite) for kata in katas}
    return document(verdicts, bodies, fragile(katas, verdicts, explored))


def screen_page(
    options: argparse.Namespace,
    outside: Outside,
    course: Course,
    judged: Sequence[tuple[Kata, Path, Verdict]],
    explored: Sequence[Verdict] = (),
    expected: Mapping[str, Mapping[str, Bars]] | None = None,
    *,
    before: Marks,
    seconds: float,
) -> str:
    """Return the screen that the options ask for; `before` is what was remembered until now.

    `expected` holds what right answers do in time, by kata and check.
    """
    right = expected or {}
    items = [
        replace(
            judged_kata(outside, *item, before.get(item[0].id)), expected=right.get(item[0].id, {})
        )
        for item in judged
    ]
    foreign = options.source is not None
    session = Session(
        items,
        outside.advice(course),
        news=() if foreign else _news(items, before),
        source=f"of {options.source}" if foreign else "",
        solutions=(course.root / SOLUTIONS).is_dir(),
        named=bool(options.katas),
        seconds=seconds if outside.paper.colour else None,
    )
    show = everything if options.all else in_detail if options.katas else overview
    page = _alone(options.schedule) + show(session, outside.paper)
    if options.explore:
        found = fragile([kata for kata, _, _ in judged], [last for *_, last in judged], explored)
        page += explored_page(outside.paper, options.explore, found)
    return page


def _alone(schedule: int | None) -> str:
    if schedule is None:
        return ""
    return f"Schedule {schedule} alone, nothing cancelled; your progress stays as it is.\n\n"


def _news(judged: Sequence[Judged], before: Marks) -> list[Judged]:
    return [
        item
        for item in judged
        if item.verdict.solved and not before.get(item.kata.id, Mark()).is_solved
    ]


def told_in_full(
    options: argparse.Namespace, outside: Outside, judged: Sequence[tuple[Kata, Path, Verdict]]
) -> list[Judged]:
    """Return the katas of which failures will be told in full, where the options ask for that."""
    items = [judged_kata(outside, *item) for item in judged]
    if options.katas or options.all:
        return [item for item in items if item.failed and not item.verdict.not_started]
    following = Session(items).next
    return [] if following is None or following.verdict.not_started else [following]


def judged_kata(
    outside: Outside, kata: Kata, file: Path, verdict: Verdict, before: Mark | None = None
) -> Judged:
    """Return a verdict with what a page says beside it: paths as they are typed, the task.

    `before` is what was remembered of the kata until now; it tells what is lost.
    """
    readme = kata.root / kata.readme
    text = submission_text(file) if verdict.not_started or verdict.status == "error" else ""
    latest = NOT_STARTED if verdict.not_started else verdict.status
    return Judged(
        kata,
        verdict,
        outside.shown(file),
        outside.shown(readme),
        gist(text, kata.filename) if verdict.not_started else "",
        lost=regression(before, latest) if before else "",
        blank=verdict.status == "error" and not text.strip(),
        to_write=line_to_write(text) if verdict.not_started else None,
    )
