"""`doctor`: is everything there that judging needs? It runs without any package installed."""

from __future__ import annotations

import argparse
import os
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from grader.catalog import Course
from grader.commands.bounds import needs
from grader.commands.outside import Outside
from grader.errors import EXIT_GRADED, EXIT_NOT_SOLVED, GraderError
from grader.progress import PROGRESS_FILE

OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. `cure` says what to do; without it all is fine."""

    what: str
    cure: str = ""


def run(options: argparse.Namespace, outside: Outside) -> int:
    """Say of all that judging needs whether it is fine or what to do; 1 for something to do."""
    findings = list(examine(outside))
    for finding in findings:
        outside.page(_lines(finding, outside.paper.width))
    ill = sum(bool(finding.cure) for finding in findings)
    outside.page(f"\n{ill} to mend.\n" if ill else "\nAll is fine.\n")
    return EXIT_NOT_SOLVED if ill else EXIT_GRADED


def examine(outside: Outside) -> Iterator[Finding]:
    """Look at everything that judging needs, in the order in which it would fail."""
    yield _python()
    course, found = _course(outside)
    yield from _packages(course, outside)
    yield found
    yield _fork()
    if course is not None:
        yield _progress(course, outside)
    yield _terminal(outside)


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] < OLDEST_PYTHON:
        return Finding(f"Python {version}", "Install Python 3.11 or newer.")
    return Finding(f"Python {version} at {sys.executable}")


def _course(outside: Outside) -> tuple[Course | None, Finding]:
    try:
        course = outside.course()
        broken = [kata.id for kata in course.katas if not (course.root / kata.suite).is_file()]
        worth = sum(kata.points for kata in course.katas if not kata.stretch)
        extra = sum(kata.stretch for kata in course.katas)
    except GraderError as error:
        return None, Finding("course", str(error))
    found = f"course at {course.root}: {len(course.katas) - extra} katas, {worth} points"
    found += f", and {extra} stretch" if extra else ""
    return course, Finding(found, f"No suite for {', '.join(broken)}." if broken else "")


def _packages(course: Course | None, outside: Outside) -> Iterator[Finding]:
    required = needs(course.root if course else None)
    if not required:
        yield Finding("packages", "Nothing says which are needed: run this inside the repository.")
    way = (
        "`make check` installs it" if course and outside.advice(course).make else "`pip install .`"
    )
    for need in required:
        name = f"{need.name} {need.installed or 'is missing'} ({need.bounds})"
        yield Finding(name, "" if need.met else f"Install {need.name}{need.bounds}: {way}.")


def _fork() -> Finding:
    if hasattr(os, "fork"):
        return Finding("processes are forked: warm and fast")
    return Finding("no fork on this system: a process per kata, slower, with the same verdicts")


def _progress(course: Course, outside: Outside) -> Finding:
    trouble = outside.progress(course).trouble()
    if trouble:
        place = PROGRESS_FILE.parent.as_posix()
        return Finding(
            f"{PROGRESS_FILE.as_posix()}: {trouble}",
            f"Make {place} in {course.root} writable, or delete it. Until then progress is lost.",
        )
    return Finding(f"progress is kept in {PROGRESS_FILE.as_posix()}")


def _terminal(outside: Outside) -> Finding:
    paper = outside.paper
    colour = "colour" if paper.colour else "no colour"
    size = f"{paper.width} columns, {colour}, {paper.encoding}"
    if not paper.unicode:
        return Finding(f"{size}: pictures are drawn in ASCII")
    if paper.width < 60:
        return Finding(f"{size}: narrow, pages are folded")
    return Finding(size)


def _lines(finding: Finding, width: int) -> str:
    label = "to do   " if finding.cure else "fine    "
    text = f"{finding.what}. {finding.cure}" if finding.cure else finding.what
    lines = textwrap.wrap(
        text,
        max(width, 20),
        initial_indent=label,
        subsequent_indent=" " * 8,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return "\n".join(lines) + "\n"
