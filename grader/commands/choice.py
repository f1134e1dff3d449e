"""Which katas a command is about, and which tree of answers."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from grader.catalog import EXERCISES, Course, Kata, UnknownKataError, way_back
from grader.commands.outside import Outside
from grader.commands.search import is_chapter
from grader.errors import CourseError, UsageError
from grader.marks import Mark, Marks, next_unsolved
from grader.report.advice import Advice


def chosen(course: Course, names: Sequence[str], advice: Advice) -> list[Kata]:
    """Return the named katas, each once and in the course's order; all of them without names."""
    if not names:
        return list(whole(course).katas)
    named = {found(course, name, advice) for name in names}
    return [kata for kata in course.katas if kata in named]


def whole(course: Course) -> Course:
    """Return the course; raise `CourseError` when a kata of it has lost its folder."""
    if lost := course.lost():
        folder = Path(EXERCISES, lost[0])
        raise CourseError(
            f"{folder} is missing, though the course has checks or a solution for it. "
            f"{way_back(folder)}"
        )
    return course


def found(course: Course, name: str, advice: Advice) -> Kata:
    """Return the named kata; raise `UsageError` that says where to find its name."""
    try:
        return course.find(name)
    except UnknownKataError as error:
        if is_chapter(course.katas, name):
            listed = advice.call("list", options=f"--chapter {name}")
            raise UsageError(f"There is no kata {name!r}. `{listed}` shows the chapter.") from None
        if error.has_near:
            raise
        raise UsageError(f"{error} `{advice.call('list')}` shows them all.") from None


def present(kata: Kata, advice: Advice) -> Kata:
    """Return a kata whose file is there; raise `UsageError` that says what puts one there."""
    if not (kata.root / kata.stub).exists():
        back = advice.call("reset", kata.slug)
        raise UsageError(f"{kata.stub.as_posix()} is missing. `{back}` puts the stub there.")
    return kata


def one(course: Course, name: str | None, marks: Marks, advice: Advice) -> Kata | None:
    """Return the named kata, or the next one that is not solved; None when all are.

    Stretch katas come last: nobody meets one unasked while the course goes on.
    """
    if name:
        return found(course, name, advice)
    katas = whole(course).katas  # else the next one might be one too far
    core = [kata.id for kata in katas if not kata.stretch]
    extra = [kata.id for kata in katas if kata.stretch]
    kata = next_unsolved(core, marks, extra)
    return course.find(kata) if kata else None


def asked_for(name: str | None, outside: Outside, course: Course, marks: Marks) -> Kata | None:
    """Return the kata that was asked for, or the next; say so where the course is done."""
    kata = one(course, name, marks, outside.advice(course))
    if kata is not None and (name or not kata.stretch):
        return kata
    from grader.report.shelf import ALL_SOLVED, done_page  # brings rich

    if kata is None:
        outside.page(ALL_SOLVED)
        return None
    extra = [other for other in course.katas if other.stretch]
    left = [other for other in extra if not marks.get(other.id, Mark()).is_solved]
    outside.page(done_page(left, outside.paper))
    return kata


def answers(
    course: Course, options: argparse.Namespace, outside: Outside
) -> list[tuple[Kata, Path]]:
    """Return the katas and files that `options.katas` and `options.source` name."""
    katas = chosen(course, options.katas, outside.advice(course))
    top = _tree(course, outside.folder, options.source)
    return [(kata, top / kata.folder / kata.filename) for kata in katas]


def _tree(course: Course, folder: Path, source: str | None) -> Path:
    """Return the folder that holds the answers; raise `UsageError` when `source` cannot be one."""
    if source is None:
        return course.root / EXERCISES
    place = folder / source
    if not place.exists():
        raise UsageError(f"--from {source}: there is no such folder.")
    if not place.is_dir():
        raise UsageError(f"--from {source}: this is not a folder.")
    # A whole clone holds the answers one level down.
    for base in (place, place / EXERCISES):
        if any((base / kata.chapter_folder).is_dir() for kata in course.katas):
            return base
    raise UsageError(f"--from {source}: no answers in it. Expected {source}/{_example(course)}.")


def _example(course: Course) -> str:
    if not course.katas:
        raise CourseError(f"{course.root / EXERCISES}: there are no katas.")
    kata = course.katas[0]
    return (kata.folder / kata.filename).as_posix()
