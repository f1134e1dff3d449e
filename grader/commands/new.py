"""`new`: the files of a kata that is to be written, with a proof that says what is missing."""

from __future__ import annotations

import argparse

from grader.commands.outside import Outside
from grader.draft import make, place, refuse_name
from grader.errors import EXIT_GRADED, UsageError
from grader.report.drafted import drafted_page


def run(options: argparse.Namespace, outside: Outside) -> int:
    """Make the skeleton of a kata; raise `UsageError` when its name does not serve."""
    course = outside.course()
    advice = outside.advice(course)
    if not options.name:
        raise UsageError(f"Name the new kata: `{advice.call('new', 'semaphore/my_kata')}`.")
    kata = place(course, options.name)
    function = options.function or kata.slug
    refuse_name(function)
    paths = make(kata, function)
    outside.page(drafted_page(kata, paths, outside.paper, advice))
    return EXIT_GRADED
