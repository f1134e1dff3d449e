"""The place of a kata that is still to be made: its number and folder, or why it has none."""

from __future__ import annotations

import difflib
import keyword
import re
import sys
from pathlib import Path

from grader.catalog import EXERCISES, SOLUTIONS, SUITES, Course, Kata
from grader.errors import UsageError

LONGEST_NAME = 30  # with this the templates keep their lines
LAST_NUMBER = 99
NEARLY_THE_SAME = 0.8

_TREES = (EXERCISES, SOLUTIONS)  # where katas have numbered folders


def place(course: Course, name: str) -> Kata:
    """Return the kata that `chapter/slug` will be, with the next free numbers; nothing is made.

    Raises `UsageError` when the name does not serve or is taken, when the chapter looks like
    another one misspelt, and in a course without solutions or suites.
    """
    chapter, _, slug = name.partition("/")
    if not chapter or not slug:
        raise UsageError(f"{name!r} is not chapter/name, as semaphore/my_kata is.")
    _refuse_spelling(chapter)  # only a folder: one of them is called `await`
    refuse_name(slug)
    if slug in sys.stdlib_module_names:
        raise UsageError(f"{slug!r} is a module of Python's own: `import {slug}` would get both.")
    _refuse_hand_out(course)
    _refuse_taken(course, slug)
    folder = _chapter(course, chapter)
    return Kata(course.root, Path(folder, _numbered(course, Path(folder), slug)))


def refuse_name(name: str) -> None:
    """Raise `UsageError` unless a name can be that of a file and of a function."""
    _refuse_spelling(name)
    if keyword.iskeyword(name):
        raise UsageError(f"{name!r} is a word that Python keeps for itself.")


def _refuse_spelling(name: str) -> None:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise UsageError(
            f"{name!r} cannot be a name here: small letters, digits and _, a letter first;"
            " the numbers of folders come by themselves."
        )
    if len(name) > LONGEST_NAME:
        raise UsageError(f"{name!r} is too long: {LONGEST_NAME} characters at most.")


def _refuse_hand_out(course: Course) -> None:
    for folder in (Path(SOLUTIONS), SUITES):
        if not (course.root / folder).is_dir():
            raise UsageError(
                f"There is no {folder.as_posix()}/ here: a new kata needs the whole course."
            )


def _refuse_taken(course: Course, slug: str) -> None:
    there = [
        *(path for top in _TREES for path in course.root.glob(f"{top}/*/??_{slug}")),
        *course.root.glob(f"{SUITES.as_posix()}/*/test_{slug}.py"),
    ]
    if there:
        taken = there[0].relative_to(course.root).as_posix()
        raise UsageError(f"The name {slug!r} is taken: {taken} is there.")


def _chapter(course: Course, chapter: str) -> str:
    """Return the folder of a chapter, which may be new."""
    known = {name[3:]: name for name in _folders(course, Path())}
    if chapter in known:
        return known[chapter]
    near = difflib.get_close_matches(chapter, known, n=1, cutoff=NEARLY_THE_SAME)
    folder = _numbered(course, Path(), chapter)
    if near:
        raise UsageError(
            f"There is no chapter {chapter!r}. Did you mean {near[0]}?"
            f" If it is to be a new one, make the folder {EXERCISES}/{folder} first."
        )
    return folder


def _numbered(course: Course, inside: Path, name: str) -> str:
    """Return `name` behind the next free number of a folder, a chapter's or that of them all."""
    number = max((int(folder[:2]) for folder in _folders(course, inside)), default=0) + 1
    if number > LAST_NUMBER:
        raise UsageError(f"{name!r} gets no number: there are {LAST_NUMBER} already.")
    return f"{number:02}_{name}"


def _folders(course: Course, inside: Path) -> list[str]:
    """Return the names of numbered folders, in exercises/ and solutions/."""
    return sorted(
        path.name for top in _TREES for path in (course.root / top / inside).glob("[0-9][0-9]_*")
    )
