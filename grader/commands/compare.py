"""`solution` and `diff`: what a right answer looks like. Free once solved, before it on a yes."""

from __future__ import annotations

import argparse
import ast
from pathlib import Path

from grader.catalog import Kata
from grader.commands.choice import asked_for, present
from grader.commands.outside import Outside
from grader.errors import EXIT_GRADED, UsageError
from grader.jobs import read_submission
from grader.marks import Mark
from grader.report.compare import diff_page, solution_page, variant_page


def run_solution(options: argparse.Namespace, outside: Outside) -> int:
    """Show a kata's reference and name the other right answers, or show one of these."""
    kata = _kata(options, outside)
    if kata is None:
        return EXIT_GRADED
    reference = _text(kata, kata.reference)
    if not _may_see(kata, options, outside):
        return EXIT_GRADED
    if options.variant:
        source = _text(kata, _variant(kata, options.variant))
        outside.page(variant_page(options.variant, source, outside.paper))
        return EXIT_GRADED
    others = {name: _lesson(_text(kata, path)) for name, path in kata.variants.items()}
    advice = outside.advice(outside.course())
    outside.page(solution_page(kata, reference, others, outside.paper, advice))
    return EXIT_GRADED


def run_diff(options: argparse.Namespace, outside: Outside) -> int:
    """Show a learner's file beside the reference."""
    kata = _kata(options, outside)
    if kata is None:
        return EXIT_GRADED
    mine = _mine(present(kata, outside.advice(outside.course())))
    reference = _text(kata, kata.reference)
    if not _may_see(kata, options, outside):
        return EXIT_GRADED
    outside.page(diff_page(kata, mine, reference, outside.paper))
    return EXIT_GRADED


def _kata(options: argparse.Namespace, outside: Outside) -> Kata | None:
    course = outside.course()
    return asked_for(options.kata, outside, course, outside.progress(course).marks())


def _may_see(kata: Kata, options: argparse.Namespace, outside: Outside) -> bool:
    """Return whether an answer may be shown: it is solved, or somebody said yes.

    Raises `UsageError` where nobody can be asked.
    """
    mark = outside.progress(outside.course()).marks().get(kata.id, Mark())
    if (mark.status == "pass" and mark.judged) or options.yes:
        return True
    said = f"{kata.id} is not solved yet."
    answer = outside.asked(f"{said} Show the solution all the same? [y/N]")
    call = outside.advice(outside.course()).call
    if answer is None:
        there = call(options.command, kata.slug, "--yes")
        raise UsageError(f"{said} `{there}` shows the solution all the same.")
    is_wanted = answer.strip().lower() in ("y", "yes")
    if not is_wanted:
        outside.note(f"Nothing is shown. `{call('hint', kata.slug)}` gives the next hint.")
    return is_wanted


def _variant(kata: Kata, name: str) -> Path:
    if name not in kata.variants:
        there = ", ".join(kata.variants) or "none"
        raise UsageError(f"--variant {name}: {kata.id} has no such one. There are: {there}.")
    return kata.variants[name]


def _mine(kata: Kata) -> str:
    try:
        return read_submission(kata.root / kata.stub).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{kata.filename} is not UTF-8 text. Save it as UTF-8.") from None


def _text(kata: Kata, path: Path) -> str:
    try:
        return (kata.root / path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"{path} is not there: this course was handed out without it.") from None


def _lesson(source: str) -> str:
    """Return the first line of a program's docstring."""
    docstring = ast.get_docstring(ast.parse(source)) or ""
    return docstring.partition("\n")[0]
