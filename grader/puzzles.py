"""Finds the programs to predict: `<chapter>/predict/*.py`, each with a .toml beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from grader.catalog import EXERCISES, course_table, course_text
from grader.errors import CourseError, UsageError

FOLDER = "predict"


@dataclass(frozen=True)
class Puzzle:
    """A program whose end and output are to be predicted; `path` is relative to the root."""

    root: Path
    path: Path

    @property
    def chapter_folder(self) -> str:
        """The chapter's folder: `06_semaphore`."""
        return self.path.parts[1]

    @cached_property
    def slug(self) -> str:
        """The short name, without the number that orders it: `two_places`."""
        return re.sub(r"^\d\d_", "", self.path.stem)

    @property
    def id(self) -> str:
        """The stable name: `semaphore/two_places`."""
        return f"{self.chapter_folder[3:]}/{self.slug}"

    @property
    def settings(self) -> Path:
        """Where title, about and after stand, relative to the root."""
        return self.path.with_suffix(".toml")

    @cached_property
    def source(self) -> str:
        """The program."""
        return course_text(self.root, self.path)

    @property
    def title(self) -> str:
        """What it is called."""
        return self._said("title")

    @property
    def about(self) -> str:
        """The situation, in a sentence or two."""
        return self._said("about")

    @property
    def after(self) -> str:
        """What to learn from it, to be shown after the answer."""
        return self._said("after")

    @cached_property
    def _table(self) -> dict[str, object]:
        return course_table(self.root, self.settings)

    def _said(self, key: str) -> str:
        value = self._table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise CourseError(f"{self.settings}: {key} must be a text.")
        return value.strip()


def puzzles(root: Path) -> tuple[Puzzle, ...]:
    """Return the programs of a course, by chapter and name."""
    found = sorted((root / EXERCISES).glob(f"[0-9][0-9]_*/{FOLDER}/*.py"))
    return tuple(Puzzle(root, path.relative_to(root)) for path in found)


def named(every: Sequence[Puzzle], name: str) -> list[Puzzle]:
    """Return the programs of that name, or all of a chapter named so: `6`, `06`, `semaphore`.

    Raises `UsageError` when there is none.
    """
    wanted = name.rstrip("/").removesuffix(".py")
    path = Path(name).resolve()
    tries = (
        [one for one in every if wanted in (one.id, one.slug, one.path.stem)],
        [one for one in every if path == (one.root / one.path).resolve()],
        [one for one in every if wanted in _names_of_chapter(one)],
    )
    for found in tries:
        if found:
            return found
    chapters = dict.fromkeys(one.chapter_folder for one in every)
    there = f" There are some in {', '.join(chapters)}." if chapters else ""
    raise UsageError(f"There is no program and no chapter {name!r} to predict.{there}")


def _names_of_chapter(puzzle: Puzzle) -> tuple[str, ...]:
    folder = puzzle.chapter_folder
    return folder, folder[3:], folder[:2], folder[:2].lstrip("0")
