"""`new`: the files of a kata that is to be written, with a proof that says what is missing."""

from __future__ import annotations

import argparse

from grader.commands.outside import Outside
from grader.draft import make, place, refuse_name
from grader.errors import EXIT_GRADED
from grader.report.drafted import drafted_page


def run(options: argparse.Namespace, outside: Outside) -> int:
    """Make the skeleton of a kata; raise `UsageError` when its name does not serve."""
    course = outside.course()
    kata = place(course, options.name)
    function = options.function or kata.slug
    refuse_name(function)
    paths = make(kata, function)
    outside.page(drafted_page(kata, paths, outside.paper, outside.advice(course)))
    return EXIT_GRADED
