"""`check`: judge answers, show one screen or one document, and remember."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from grader.catalog import Course, Kata
from grader.commands.choice import answers
from grader.commands.outside import Outside
from grader.errors import EXIT_GRADED, EXIT_NOT_SOLVED
from grader.expected import Bars, RightAnswers
from grader.marks import Marks, outcome_of
from grader.plan import Plan
from grader.stubs import stub_news
from grader.verdict import Verdict


def run(options: argparse.Namespace, outside: Outside) -> int:
    """Judge the chosen katas and say how they stand; 1 when the score is below `--fail-under`."""
    course = outside.course()
    judging = _Judging(course, answers(course, options, outside), outside)
    katas, files = judging.katas, [file for _, file in judging.answers]
    before: Marks = {}
    began = time.perf_counter()
    try:
        judging.carry_out(options)
    finally:
        # Ctrl-C in the middle loses nothing that was judged before.
        if options.source is None and options.schedule is None:
            before = _remember(course, judging.verdicts, files, outside)
            if news := stub_news(katas, outside.progress(course)):
                outside.note(f"note: {news}")
    from grader.commands.check_pages import document_page, screen_page  # see _Judging
    from grader.report.score import score

    verdicts, explored = judging.verdicts, judging.explored
    if options.json:
        page = document_page(course, katas, verdicts, explored)
    else:
        judged = list(zip(katas, files, verdicts, strict=True))
        seconds = time.perf_counter() - began
        page = screen_page(
            options,
            outside,
            course,
            judged,
            explored,
            judging.expected,
            before=before,
            seconds=seconds,
        )
    outside.page(page)
    below = options.fail_under is not None and score(verdicts).percent < options.fail_under
    return EXIT_NOT_SOLVED if below else EXIT_GRADED


@dataclass
class _Judging:
    """The verdicts on some answers; those of an interrupted run stay.

    `expected` holds what right answers do in time where a page shows it, by kata and check.
    """

    course: Course
    answers: Sequence[tuple[Kata, Path]]
    outside: Outside
    verdicts: list[Verdict] = field(default_factory=list)
    explored: list[Verdict] = field(default_factory=list)
    expected: dict[str, Mapping[str, Bars]] = field(default_factory=dict)

    @property
    def katas(self) -> list[Kata]:
        """The katas that are judged."""
        return [kata for kata, _ in self.answers]

    def carry_out(self, options: argparse.Namespace) -> None:
        """Add a verdict for each answer, and one for all explored orders where asked for."""
        try:
            with self.outside.runner(self.course, self.katas) as runner:
                runner.start()
                # Worker and judge get ready meanwhile, so the pages cost no time of their own.
                import grader.commands.check_pages  # noqa: F401  # imported for that

                judged = runner.judge_all(self.answers, Plan(options.schedule))
                self._add("judging", judged, self.verdicts)
                if options.explore:
                    tried = runner.judge_all(self.answers, Plan(explore=options.explore))
                    self._add("exploring", tried, self.explored)
                if not options.json:
                    self._compare(options, RightAnswers(runner.record))
        finally:
            self.outside.working("")

    def _compare(self, options: argparse.Namespace, right: RightAnswers) -> None:
        from grader.commands.check_pages import told_in_full  # see carry_out

        answers = [
            (kata, file, verdict)
            for (kata, file), verdict in zip(self.answers, self.verdicts, strict=True)
        ]
        for item in told_in_full(options, self.outside, answers):
            in_full = item.failed if options.katas or options.all else item.failed[:1]
            self.outside.working(f"comparing  {item.kata.id}")
            self.expected[item.kata.id] = right.beside(item.kata, in_full)

    def _add(self, doing: str, judged: Iterator[Verdict], to: list[Verdict]) -> None:
        for verdict in self.outside.in_turn(doing, self.katas, judged):
            to.append(verdict)  # one by one: those of an interrupted run stay


def _remember(
    course: Course, verdicts: Sequence[Verdict], files: Sequence[Path], outside: Outside
) -> Marks:
    """Record what was judged; return what was remembered before."""
    progress = outside.progress(course)
    before = progress.marks()
    # Fewer verdicts than files where it was interrupted.
    progress.record(map(outcome_of, verdicts, files))
    return before
