"""`list`: all katas, or those that are looked for, and how each stands."""

from __future__ import annotations

import argparse

from grader.commands.choice import whole
from grader.commands.outside import Outside
from grader.commands.search import Search
from grader.errors import EXIT_GRADED
from grader.report.listing import list_page, nothing_page


def run(options: argparse.Namespace, outside: Outside) -> int:
    """Show the katas that are asked for; finding none is no error."""
    course = whole(outside.course())
    marks = outside.progress(course).marks()
    advice, paper = outside.advice(course), outside.paper
    search = Search(options.words, options.chapter or "", options.standing or "", options.stretch)
    katas = search.among(course.katas, marks)
    if katas:
        outside.page(list_page(katas, marks, paper, advice, among=course.katas))
    else:
        near = search.near(course.katas)
        outside.page(nothing_page(search.words, search.standing, near, paper, advice))
    return EXIT_GRADED
