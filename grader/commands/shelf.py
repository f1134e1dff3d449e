"""`list`, `show` and `hint`: what there is to solve. They judge nothing and start no process."""

from __future__ import annotations

import argparse

from grader.commands.choice import one, whole
from grader.commands.outside import Outside
from grader.errors import EXIT_GRADED
from grader.report.shelf import ALL_SOLVED, hint_page, list_page, show_page


def run_list(options: argparse.Namespace, outside: Outside) -> int:
    """Show every kata and how it stood last."""
    course = whole(outside.course())
    marks = outside.progress(course).marks()
    outside.page(list_page(course.katas, marks, outside.paper, outside.advice(course)))
    return EXIT_GRADED


def run_show(options: argparse.Namespace, outside: Outside) -> int:
    """Show a kata's task."""
    course = outside.course()
    kata = one(course, options.kata, outside.progress(course).marks(), outside.advice(course))
    if kata is None:
        return _all_solved(outside)
    task = (kata.root / kata.readme).read_text(encoding="utf-8", errors="replace")
    file = outside.shown(kata.root / kata.stub)
    outside.page(show_page(kata, task, file, outside.paper, outside.advice(course)))
    return EXIT_GRADED


def run_hint(options: argparse.Namespace, outside: Outside) -> int:
    """Give the next hint for a kata."""
    course = outside.course()
    progress = outside.progress(course)
    kata = one(course, options.kata, progress.marks(), outside.advice(course))
    if kata is None:
        return _all_solved(outside)
    level = progress.give_hint(kata.id, len(kata.hints))
    outside.page(hint_page(kata, level, outside.paper, outside.advice(course)))
    return EXIT_GRADED


def _all_solved(outside: Outside) -> int:
    outside.page(ALL_SOLVED)
    return EXIT_GRADED
