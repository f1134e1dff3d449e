"""`progress`, `show`, `hint`: what there is to solve. They judge nothing, start nothing."""

from __future__ import annotations

import argparse

from grader.catalog import Course, Kata, course_text
from grader.commands.choice import one, whole
from grader.commands.outside import Outside
from grader.errors import EXIT_GRADED
from grader.marks import Mark, Marks
from grader.predictions import standing
from grader.puzzles import puzzles
from grader.report.progress import progress_page
from grader.report.shelf import ALL_SOLVED, done_page, hint_page, show_page


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


def asked_for(name: str | None, outside: Outside, course: Course, marks: Marks) -> Kata | None:
    """Return the kata that was asked for, or the next; say so where the course is done."""
    kata = one(course, name, marks, outside.advice(course))
    if kata is None:
        outside.page(ALL_SOLVED)
    elif kata.stretch and not name:
        extra = [other for other in course.katas if other.stretch]
        left = [other for other in extra if marks.get(other.id, Mark()).latest != "pass"]
        outside.page(done_page(left, outside.paper))
    return kata
