"""`update`: the newest course, with every answer as it was left."""

from __future__ import annotations

import argparse

from grader.commands.outside import Outside
from grader.errors import EXIT_GRADED

# All of it is imported before anything moves: afterwards, modules on disk are newer than this one.
from grader.report.updated import NOTHING_NEW, updated_page
from grader.stubs import know_stubs
from grader.update.update import update


def run(options: argparse.Namespace, outside: Outside) -> int:
    """Update the course and say what is new; raise `UsageError` where that cannot be."""
    course = outside.course()
    try:
        news = update(course, outside.working)
    finally:
        outside.working("")
    if news is not None:
        know_stubs(news.stubs, outside.progress(course))
    if news is None:
        outside.page(NOTHING_NEW)
    else:
        outside.page(updated_page(news, outside.paper, outside.advice(course)))
    return EXIT_GRADED
