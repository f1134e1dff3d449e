"""`check`: judge answers, show one screen or one document, and remember."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from grader.catalog import Course, Kata
from grader.commands.choice import chosen, tree
from grader.commands.outside import Outside
from grader.errors import EXIT_GRADED, EXIT_NOT_SOLVED
from grader.progress import Mark, Marks, Outcome
from grader.verdict import Verdict


def run(options: argparse.Namespace, outside: Outside) -> int:
    """Judge the chosen katas and say how they stand; 1 when the score is below `--fail-under`."""
    course = outside.course()
    katas = chosen(course, options.katas, outside.advice(course))
    answers = tree(course, outside.folder, options.source)
    files = [answers / kata.folder / kata.filename for kata in katas]
    verdicts: list[Verdict] = []
    before: Marks = {}
    began = time.perf_counter()
    try:
        _judge(course, katas, files, outside, verdicts)
    finally:
        # Ctrl-C in the middle loses nothing that was judged before.
        if options.source is None:
            before = _remember(course, verdicts, outside)
    from grader.commands.check_pages import document_page, screen_page  # see _judge
    from grader.report.score import score

    if options.json:
        page = document_page(course, katas, verdicts)
    else:
        judged = list(zip(katas, files, verdicts, strict=True))
        seconds = time.perf_counter() - began
        page = screen_page(options, outside, course, judged, before=before, seconds=seconds)
    outside.page(page)
    below = options.fail_under is not None and score(verdicts).percent < options.fail_under
    return EXIT_NOT_SOLVED if below else EXIT_GRADED


def _judge(
    course: Course,
    katas: Sequence[Kata],
    files: Sequence[Path],
    outside: Outside,
    verdicts: list[Verdict],
) -> None:
    """Add a verdict for each kata; those of an interrupted run stay in the list."""
    try:
        with outside.runner(course, katas) as runner:
            runner.start()
            # Worker and judge get ready meanwhile, so the pages cost no time of their own.
            import grader.commands.check_pages  # noqa: F401  # imported for that

            judged = runner.judge_all(list(zip(katas, files, strict=True)))
            for number, kata in enumerate(katas, 1):
                outside.working(f"judging {number}/{len(katas)}  {kata.id}")
                verdicts.append(next(judged))
    finally:
        outside.working("")


def _remember(course: Course, verdicts: Sequence[Verdict], outside: Outside) -> Marks:
    """Record what was judged; return what was remembered before."""
    progress = outside.progress(course)
    before = progress.marks()
    progress.record(
        Outcome(verdict.kata, verdict.status, verdict.points, verdict.not_started)
        for verdict in verdicts
        if not verdict.not_started or before.get(verdict.kata, Mark()).judged
    )
    return before
