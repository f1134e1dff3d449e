"""Finds katas on disk: exercises/, solutions/ and tests/suites/ under one slug, no registry."""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from grader.errors import CourseError, UsageError

EXERCISES = "exercises"
SOLUTIONS = "solutions"
SUITES = Path("tests", "suites")
PRISTINE = ".stub.py"  # hidden: what a learner sees in a folder is the task and one file
EXAMPLE = "example.py"
NEAR = 0.65  # how alike a name has to be (difflib's ratio) for one to be offered in its place

_NUMBERED = re.compile(r"(\d\d)_([a-z][a-z0-9_]*)")


@dataclass(frozen=True)
class Kata:
    """One exercise. Paths are relative to the root; `folder` is `06_semaphore/01_limit_three`."""

    root: Path
    folder: Path

    @property
    def chapter_folder(self) -> str:
        """The chapter's folder: `06_semaphore`."""
        return self.folder.parts[0]

    @cached_property
    def slug(self) -> str:
        """The short name, also the stem of the learner's file: `limit_three`."""
        return self.folder.name[3:]

    @cached_property
    def id(self) -> str:
        """The stable name: `semaphore/limit_three`."""
        return f"{self.chapter_folder[3:]}/{self.slug}"

    @cached_property
    def number(self) -> str:
        """Chapter and place in it: `0601`."""
        return self.chapter_folder[:2] + self.folder.name[:2]

    @property
    def opens_chapter(self) -> bool:
        """True for the first kata of a chapter."""
        return self.folder.name.startswith("01_")

    @property
    def filename(self) -> str:
        """The name of the learner's file: `limit_three.py`."""
        return f"{self.slug}.py"

    @property
    def stub(self) -> Path:
        """The learner's file, relative to the root."""
        return Path(EXERCISES) / self.folder / self.filename

    @property
    def pristine(self) -> Path:
        """A copy of the stub that nobody edits, relative to the root."""
        return Path(EXERCISES) / self.folder / PRISTINE

    @property
    def readme(self) -> Path:
        """The task, relative to the root."""
        return Path(EXERCISES) / self.folder / "README.md"

    @property
    def example(self) -> Path:
        """A plain program that uses the learner's function, relative to the root."""
        return Path(EXERCISES) / self.folder / EXAMPLE

    @property
    def reference(self) -> Path:
        """The reference solution, relative to the root."""
        return Path(SOLUTIONS) / self.folder / self.filename

    @property
    def suite(self) -> Path:
        """The hidden suite, relative to the root."""
        return SUITES / self.chapter_folder / f"test_{self.slug}.py"

    def _answers(self, kind: str) -> dict[str, Path]:
        folder = Path(SOLUTIONS) / self.folder / kind
        return {path.stem: folder / path.name for path in sorted((self.root / folder).glob("*.py"))}

    @cached_property
    def mistakes(self) -> dict[str, Path]:
        """Wrong answers by name, paths relative to the root."""
        return self._answers("mistakes")

    @cached_property
    def variants(self) -> dict[str, Path]:
        """Unusual right answers by name, paths relative to the root."""
        return self._answers("variants")

    @cached_property
    def _settings(self) -> dict[str, object]:
        return course_table(self.root, Path(EXERCISES) / self.folder / "kata.toml")

    def _strings(self, key: str) -> tuple[str, ...]:
        value = self._settings.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise CourseError(
                f"{EXERCISES}/{self.folder}/kata.toml: {key} must be a list of strings."
            )
        return tuple(value)

    @property
    def hints(self) -> tuple[str, ...]:
        """Three hints: a question, a pointer to the docs, the shape."""
        return self._strings("hints")

    @property
    def tags(self) -> tuple[str, ...]:
        """What the kata is about."""
        return self._strings("tags")

    @property
    def docs(self) -> tuple[str, ...]:
        """Links to the documentation."""
        return self._strings("docs")

    @property
    def points(self) -> int:
        """What the kata is worth."""
        value = self._settings.get("points")
        if type(value) is not int or value < 1:
            raise CourseError(
                f"{EXERCISES}/{self.folder}/kata.toml: points must be a whole number from 1 up."
            )
        return value

    @property
    def stretch(self) -> bool:
        """True for a kata beside the course: solving it is extra, and nothing waits for it."""
        value = self._settings.get("stretch", False)
        if not isinstance(value, bool):
            raise CourseError(
                f"{EXERCISES}/{self.folder}/kata.toml: stretch must be true or false."
            )
        return value

    @property
    def after(self) -> str:
        """A note to read once the kata is solved."""
        return str(self._settings.get("after", "")).strip()

    @cached_property
    def title(self) -> str:
        """The first heading of the task."""
        return _heading(self.root, self.readme)

    @cached_property
    def chapter_title(self) -> str:
        """The first heading of the chapter's page."""
        return _heading(self.root, Path(EXERCISES) / self.chapter_folder / "README.md")


def _heading(root: Path, path: Path) -> str:
    lines = course_text(root, path).splitlines()
    return next(
        (line.lstrip("# ").strip() for line in lines if line.startswith("# ")), path.parent.name
    )


def course_text(root: Path, path: Path) -> str:
    """Return a file of the course's own; raise `CourseError` when it cannot be read."""
    try:
        return (root / path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise CourseError(
            f"{path}: the course's own file cannot be read ({why}). {way_back(path)}"
        ) from error


def way_back(path: Path) -> str:
    """Return the sentence that says how a file or folder of the course comes back."""
    return f"`git checkout -- '{path.as_posix()}'` brings it back."


def course_table(root: Path, path: Path) -> dict[str, object]:
    """Return a TOML file of the course's own; raise `CourseError` when it cannot be read."""
    try:
        return tomllib.loads(course_text(root, path))
    except tomllib.TOMLDecodeError as error:
        raise CourseError(f"{path}: cannot be read ({error}).") from error


@dataclass(frozen=True)
class Course:
    """All katas below a root folder, in order."""

    root: Path

    @cached_property
    def katas(self) -> tuple[Kata, ...]:
        """Every kata, by its number."""
        base = self.root / EXERCISES
        folders = sorted(path.parent.relative_to(base) for path in base.glob("*/*/kata.toml"))
        wrong = [folder for folder in folders if not all(map(_NUMBERED.fullmatch, folder.parts))]
        if wrong:
            raise CourseError(
                f"{EXERCISES}/{wrong[0]}: folders are named 06_semaphore/01_limit_three."
            )
        return tuple(Kata(self.root, folder) for folder in folders)

    def lost(self) -> tuple[str, ...]:
        """Return the katas that have a suite or a solution, but no folder in exercises/ any more.

        Each as `06_semaphore/01_limit_three`, or with `*` where nothing tells its number.
        """
        here = {(kata.chapter_folder, kata.slug) for kata in self.katas}
        lost = {}
        for path in sorted((self.root / SUITES).glob("*/test_*.py")):
            slug = path.stem.removeprefix("test_")
            lost[path.parent.name, slug] = f"{path.parent.name}/*_{slug}"
        for path in sorted((self.root / SOLUTIONS).glob("*/*_*/")):
            if (path / f"{path.name[3:]}.py").is_file():
                lost[path.parent.name, path.name[3:]] = f"{path.parent.name}/{path.name}"
        return tuple(name for key, name in lost.items() if key not in here)

    def find(self, name: str) -> Kata:
        """Return the kata with this id, short name, number or path.

        Raises `UsageError`, with near matches if there are any.
        """
        found = [kata for kata in self.katas if name in (kata.id, kata.number)]
        found = found or [kata for kata in self.katas if kata.slug == name]
        found = found or self._by_path(name)
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(
                f"{name!r} names several katas: {', '.join(kata.id for kata in found)}. "
                "Use one of these."
            )
        near = self._near(name)
        told = f" Did you mean {' or '.join(near)}?" if near else ""
        raise UnknownKataError(f"There is no kata {name!r}.{told}", bool(near))

    def _by_path(self, name: str) -> list[Kata]:
        path = Path(name).resolve()
        places = {kata: (self.root / EXERCISES / kata.folder).resolve() for kata in self.katas}
        return [kata for kata, place in places.items() if path == place or place in path.parents]

    def _near(self, name: str) -> list[str]:
        names = {
            alias: kata.id for kata in self.katas for alias in (kata.slug, kata.id, kata.number)
        }
        slug = name.replace("-", "_").strip("/").lower()
        close = difflib.get_close_matches(slug, names, n=3, cutoff=NEAR)
        return list(dict.fromkeys(names[match] for match in close))


class UnknownKataError(UsageError):
    """Raised when no kata has the name that was given; says whether some come near."""

    def __init__(self, message: str, has_near: bool) -> None:
        super().__init__(message)
        self.has_near = has_near


def find_course(start: Path) -> Course:
    """Return the course at `start` or above it; raise `UsageError` when there is none."""
    for folder in (start, *start.parents):
        if (folder / EXERCISES).is_dir() and any((folder / EXERCISES).glob("*/*/kata.toml")):
            return Course(folder)
    raise UsageError(f"No course found at {start} or above it. Run this inside the repository.")
