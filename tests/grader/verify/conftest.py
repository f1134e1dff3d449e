"""Grows a course of copies of one sound kata, each with a single defect."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from grader.catalog import Course, Kata

SOUND = Path(__file__).parents[2] / "courses" / "sound"


@dataclass
class Garden:
    """A course that grows in a temporary folder."""

    root: Path

    @property
    def course(self) -> Course:
        return Course(self.root)

    def plant(self, slug: str) -> Kata:
        """Copy the sound kata under a name of its own."""
        for path in sorted(SOUND.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                to = self.root / str(path.relative_to(SOUND)).replace("nap", slug)
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, to)
        return self.course.find(f"rest/{slug}")

    def change(self, path: Path, old: str, new: str) -> None:
        """Replace a piece of a file's text, which has to be there."""
        text = (self.root / path).read_text()
        assert old in text, f"{path} has no {old!r}"
        (self.root / path).write_text(text.replace(old, new))


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    return Garden(tmp_path)


@pytest.fixture
def sound(garden: Garden) -> Kata:
    return garden.plant("nap")


@pytest.fixture(scope="module")
def make_garden(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Garden]:
    return lambda: Garden(tmp_path_factory.mktemp("garden"))
