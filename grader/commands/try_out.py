"""`try`: run a kata's example.py with the learner's file. It judges and remembers nothing."""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.catalog import EXAMPLE, Course, Kata, way_back
from grader.commands.choice import asked_for, present
from grader.commands.outside import Outside
from grader.errors import EXIT_GRADED, UsageError
from grader.job import Job, Program
from grader.jobs import example_job, read_submission
from grader.play import play
from grader.report.gist import line_to_write


def run(options: argparse.Namespace, outside: Outside) -> int:
    """Run the named kata's example, or the next one's, and show what happened when."""
    course = outside.course()
    advice = outside.advice(course)
    kata = asked_for(options.kata, outside, course, outside.progress(course).marks())
    if kata is None:
        return EXIT_GRADED
    job = _job(course, present(kata, advice))
    if options.real:
        _run_in_real_time(course.root / kata.example, job, outside)
        return EXIT_GRADED
    record = play(job, _get_pages_ready)
    from grader.report.played import played
    from grader.report.tried import tried_page

    edit, example = (outside.shown(course.root / path) for path in (kata.stub, kata.example))
    to_write = line_to_write(job.source.decode(errors="replace"))
    page = tried_page(kata, played(record), edit, example, outside.paper, advice, to_write)
    outside.page(page)
    return EXIT_GRADED


def _get_pages_ready() -> None:
    import grader.report.tried  # noqa: F401  # takes half as long as the run, so it is done beside


def _job(course: Course, kata: Kata) -> Job:
    source, example = course.root / kata.stub, course.root / kata.example
    if not example.exists():
        raise UsageError(f"{kata.example} is missing. {way_back(kata.example)}")
    program = Program(EXAMPLE, read_submission(example))
    return example_job(course.root, kata, read_submission(source), program)


def _run_in_real_time(path: Path, job: Job, outside: Outside) -> None:
    from grader.realtime import run_in_real_time
    from grader.report.played import played
    from grader.report.realtime import times_page

    outside.stdout.flush()
    took = run_in_real_time(path)
    outside.page(times_page(took, played(play(job)), outside.paper))
