"""`check`: judge answers, show one screen or one document, and remember."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from grader.catalog import SOLUTIONS, Course, Kata
from grader.commands.choice import chosen, tree
from grader.commands.outside import Outside
from grader.commands.sources import check_bodies
from grader.errors import EXIT_GRADED, EXIT_NOT_SOLVED
from grader.progress import Marks, Outcome
from grader.report.as_json import document
from grader.report.judged import Judged, Session
from grader.report.prose import gist
from grader.report.score import score
from grader.report.terminal import everything, in_detail, overview
from grader.verdict import Verdict


def run(options: argparse.Namespace, outside: Outside) -> int:
    """Judge the chosen katas and say how they stand; 1 when the score is below `--fail-under`."""
    course = outside.course()
    katas = chosen(course, options.katas)
    answers = tree(course, outside.folder, options.source)
    began = time.perf_counter()
    verdicts: list[Verdict] = []
    before: Marks = {}
    try:
        _judge(course, katas, answers, outside, verdicts)
    finally:
        # Ctrl-C in the middle loses nothing that was judged before.
        if options.source is None:
            before = _remember(course, verdicts, outside)
    if options.json:
        outside.page(
            document(verdicts, {kata.id: check_bodies(course.root / kata.suite) for kata in katas})
        )
    else:
        judged = [_judged(outside, *pair, answers) for pair in zip(katas, verdicts, strict=True)]
        session = Session(
            judged,
            outside.advice(course),
            news=_news(judged, before) if options.source is None else (),
            solutions=(course.root / SOLUTIONS).is_dir(),
            source=f"of {options.source}" if options.source else "",
            seconds=time.perf_counter() - began if outside.paper.colour else None,
        )
        outside.page(_screen(options, session, outside))
    below = options.fail_under is not None and score(verdicts).percent < options.fail_under
    return EXIT_NOT_SOLVED if below else EXIT_GRADED


def _judge(
    course: Course, katas: Sequence[Kata], answers: Path, outside: Outside, verdicts: list[Verdict]
) -> None:
    try:
        with outside.runner(course, katas) as runner:
            for number, kata in enumerate(katas, 1):
                outside.working(f"judging {number}/{len(katas)}  {kata.id}")
                verdicts.append(runner.judge(kata, answers / kata.folder / kata.filename))
    finally:
        outside.working("")


def _remember(course: Course, verdicts: Sequence[Verdict], outside: Outside) -> Marks:
    """Record what was judged; return what was remembered before."""
    progress = outside.progress(course)
    before = progress.marks()
    progress.record(
        Outcome(verdict.kata, verdict.status, verdict.points)
        for verdict in verdicts
        if not verdict.not_started or verdict.kata in before
    )
    return before


def _news(judged: Sequence[Judged], before: Marks) -> list[Judged]:
    return [
        item
        for item in judged
        if item.verdict.solved
        and (item.kata.id not in before or before[item.kata.id].latest != "pass")
    ]


def _judged(outside: Outside, kata: Kata, verdict: Verdict, answers: Path) -> Judged:
    readme = kata.root / kata.readme
    task = ""
    if verdict.not_started:
        task = gist(readme.read_text(encoding="utf-8", errors="replace"))
    file = outside.shown(answers / kata.folder / kata.filename)
    return Judged(kata, verdict, file, outside.shown(readme), task)


def _screen(options: argparse.Namespace, session: Session, outside: Outside) -> str:
    if options.all:
        return everything(session, outside.paper)
    if options.katas:
        return in_detail(session, outside.paper)
    return overview(session, outside.paper)
