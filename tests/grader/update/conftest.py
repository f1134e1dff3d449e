"""A course in a git repository, and a learner's clone of it."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from grader.catalog import Course, Kata

COURSES = Path(__file__).parents[2] / "courses"


@dataclass
class Repository:
    """A folder under git, with the words that tests need."""

    root: Path
    course: Course = field(init=False)

    def __post_init__(self) -> None:
        self.course = Course(self.root)

    def git(self, *arguments: str) -> str:
        command = ["git", *arguments]
        done = subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def kata(self, slug: str) -> Kata:
        return Course(self.root).find(slug)

    def answer(self, slug: str) -> Path:
        return self.root / self.kata(slug).stub

    def example(self, slug: str) -> Path:
        return self.root / self.kata(slug).example

    def write(self, path: str, text: str) -> None:
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)

    def stub(self, slug: str, text: str) -> None:
        for path in (self.kata(slug).stub, self.kata(slug).pristine):
            (self.root / path).write_text(text)

    def commit(self, subject: str = "Change") -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", subject)

    def state(self) -> object:
        """Everything an update may not touch when it fails: files, branch, what is staged."""
        files = {
            str(path.relative_to(self.root)): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file() and not {".git", ".katas"} & set(path.parts)
        }
        return files, self.git("rev-parse", "HEAD"), self.git("status", "--porcelain=v1")


@pytest.fixture(autouse=True)
def somebody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Give git a name, a branch and no settings of whoever runs the tests."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    settings = {"user.name": "Ada", "user.email": "ada@example.org", "init.defaultBranch": "main"}
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_COUNT", str(len(settings)))
    for number, (key, value) in enumerate(settings.items()):
        monkeypatch.setenv(f"GIT_CONFIG_KEY_{number}", key)
        monkeypatch.setenv(f"GIT_CONFIG_VALUE_{number}", value)


@pytest.fixture
def origin(tmp_path: Path) -> Repository:
    """The course as its authors have it."""
    root = tmp_path / "origin"
    shutil.copytree(COURSES / "three", root)
    made = Repository(root)
    made.write(".gitignore", ".katas/\n__pycache__/\n")
    for kata in made.course.katas:
        (root / kata.pristine).write_bytes((root / kata.stub).read_bytes())
        (root / kata.example).write_text("print('an example')\n")
    made.git("init", "-q")
    made.commit("Begin")
    return made


@pytest.fixture
def mine(origin: Repository, tmp_path: Path) -> Repository:
    """The learner's clone."""
    root = tmp_path / "mine"
    origin.git("clone", "-q", str(origin.root), str(root))
    return Repository(root)
