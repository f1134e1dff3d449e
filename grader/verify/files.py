"""The files of a course: what belongs to a kata, what belongs to nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from grader.catalog import EXERCISES, SOLUTIONS, SUITES, Course, Kata
from grader.puzzles import puzzles

NOT_OURS = {"__pycache__"}  # what Python leaves behind is nobody's content
LINTED = {Path(top, ".ruff.toml") for top in (EXERCISES, SOLUTIONS)}  # how wide their lines are


def text_of(kata: Kata, path: Path) -> str | None:
    """Return a file of the course, or None when it is missing or not UTF-8 text."""
    try:
        return (kata.root / path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def tree_of(kata: Kata, path: Path) -> ast.Module | None:
    """Return a program of the course, or None when it is missing or does not parse."""
    text = text_of(kata, path)
    try:
        return None if text is None else ast.parse(text)
    except (SyntaxError, ValueError):
        return None


def chapter_page(kata: Kata) -> Path:
    """Return where the chapter's idea is told."""
    return Path(EXERCISES, kata.chapter_folder, "README.md")


def programs(kata: Kata) -> tuple[Path, ...]:
    """Return every Python file of a kata."""
    answers = (*kata.mistakes.values(), *kata.variants.values())
    return (kata.stub, kata.reference, kata.suite, kata.example, *answers)


def settings(kata: Kata) -> Path:
    """Return where points, hints and links stand."""
    return kata.readme.with_name("kata.toml")


def strays(course: Course) -> dict[Path, Kata]:
    """Return the files that belong to no kata, each with the kata that lies nearest."""
    known = {path for kata in course.katas for path in _files(kata)}
    known |= LINTED | {path for one in puzzles(course.root) for path in (one.path, one.settings)}
    there = [
        path
        for top in (Path(EXERCISES), Path(SOLUTIONS), SUITES)
        for path in _below(course.root, top)
    ]
    return {path: _nearest(course, path) for path in there if path not in known}


def _files(kata: Kata) -> Iterator[Path]:
    yield from (chapter_page(kata), kata.readme, settings(kata), kata.pristine)
    yield from programs(kata)


def _below(root: Path, folder: Path) -> list[Path]:
    found = [
        path.relative_to(root) for path in sorted((root / folder).rglob("*")) if not path.is_dir()
    ]
    return [path for path in found if not NOT_OURS & set(path.parts)]


def _nearest(course: Course, path: Path) -> Kata:
    parts = {*path.parts, path.name.partition(".")[0].removeprefix("test_")}
    return max(course.katas, key=lambda kata: len(parts & {*kata.folder.parts, kata.slug}))
