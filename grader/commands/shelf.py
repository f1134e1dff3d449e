"""`progress`, `show`, `hint`: what there is to solve. They judge nothing, start nothing."""

from __future__ import annotations

import argparse

from grader.catalog import course_text
from grader.commands.choice import asked_for, whole
from grader.commands.outside import Outside
from grader.errors import EXIT_GRADED
from grader.predictions import standing
from grader.puzzles import puzzles
from grader.report.progress import progress_page
from grader.report.shelf import hint_page, show_page


def run_progress(options: argparse.Namespace, outside: Outside) -> int:
    """Show how far somebody has come, and what each kata took."""
    course = whole(outside.course())
    progress = outside.progress(course)
    programs = [puzzle.id for puzzle in puzzles(course.root)]
    predicted = standing(programs, progress.predictions()) if programs else ""
    advice = outside.advice(course)
    outside.page(progress_page(course.katas, progress.marks(), outside.paper, advice, predicted))
    return EXIT_GRADED


def run_show(options: argparse.Namespace, outside: Outside) -> int:
    """Show a kata's task."""
    course = outside.course()
    kata = asked_for(options.kata, outside, course, outside.progress(course).marks())
    if kata is None:
        return EXIT_GRADED
    task = course_text(kata.root, kata.readme)
    file = outside.shown(kata.root / kata.stub)
    outside.page(show_page(kata, task, file, outside.paper, outside.advice(course)))
    return EXIT_GRADED


def run_hint(options: argparse.Namespace, outside: Outside) -> int:
    """Give the next hint for a kata."""
    course = outside.course()
    progress = outside.progress(course)
    kata = asked_for(options.kata, outside, course, progress.marks())
    if kata is None:
        return EXIT_GRADED
    level = progress.give_hint(kata.id, len(kata.hints))
    outside.page(hint_page(kata, level, outside.paper, outside.advice(course)))
    return EXIT_GRADED
