"""`reset`: back to the stub, with a backup; `--undo` brings that back."""

from __future__ import annotations

import argparse

from grader.backups import Answer
from grader.catalog import Course, Kata
from grader.commands.choice import found
from grader.commands.outside import Outside
from grader.errors import EXIT_GRADED, UsageError
from grader.report.lines import folded, rendered


def run(options: argparse.Namespace, outside: Outside) -> int:
    """Reset the named kata, or all that were touched; or bring back what was there before."""
    course = outside.course()
    call = outside.advice(course).call
    if options.all == bool(options.kata):
        raise UsageError(f"Name a kata, or say `{call('reset', options='--all')}`.")
    answers = [Answer(kata) for kata in _chosen(course, options, outside)]
    if options.undo:
        _undo(answers, options, outside)
    else:
        _reset(answers, outside, call("reset", *_again(options)))
    return EXIT_GRADED


def _chosen(course: Course, options: argparse.Namespace, outside: Outside) -> list[Kata]:
    if options.all:
        return list(course.katas)
    return [found(course, options.kata, outside.advice(course))]


def _again(options: argparse.Namespace) -> tuple[str, str]:
    return (options.kata or "", "--all --undo" if options.all else "--undo")


def _reset(answers: list[Answer], outside: Outside, undo: str) -> None:
    for answer in answers:
        answer.keep()  # all are safe before the first one is replaced
    missing = [answer.kata.stub for answer in answers if not answer.path.exists()]
    backups = [(answer, answer.reset()) for answer in answers]
    lines = [
        f"{answer.kata.stub} is the stub again; yours is {outside.shown(backup)}."
        for answer, backup in backups
        if backup is not None
    ]
    if lines:
        lines.append(f"`{undo}` brings {'it' if len(lines) == 1 else 'them'} back.")
    lines += [f"{stub} was missing; it is the stub again." for stub in missing]
    _say(outside, lines or ["There is nothing to reset: no file was changed."])


def _undo(answers: list[Answer], options: argparse.Namespace, outside: Outside) -> None:
    lines = []
    for answer in answers:
        if options.all and not (answer.kept() and answer.is_untouched()):
            continue  # only what was reset, and not touched since
        backup = answer.undo()
        lines.append(f"{answer.kata.stub} is again as in {outside.shown(backup)}.")
    _say(outside, lines or ["There is nothing to bring back."])


def _say(outside: Outside, lines: list[str]) -> None:
    outside.page(
        rendered(outside.paper, [row for each in lines for row in folded(outside.paper, each)])
    )
