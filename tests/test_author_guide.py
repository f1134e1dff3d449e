"""The guide for authors is true: its worked example is carried out as it stands there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader import suite
from grader.judge.recorded import Recorded
from grader.suite import Draw

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/author.md").read_text(encoding="utf-8")
CHAPTER = "06_semaphore"
STEP = re.compile(r"^(?:[^\n]*In `(?P<path>\S+)`:\n\n)?(`{3,})\w*\n(?P<text>.*?)\n\2$", re.M | re.S)


def section(title: str, following: str) -> str:
    """Return what stands between two headings: files on the page have headings of their own."""
    begin, end = (PAGE.index(f"\n## {name}\n") for name in (title, following))
    return PAGE[begin:end]


def steps() -> Iterator[tuple[str | None, str]]:
    """Yield the blocks of the worked example: a file's path and text, or None and commands."""
    for step in STEP.finditer(section("A worked example", "Scenarios")):
        yield step["path"], step["text"] + "\n"


SCENARIOS = section("Scenarios", "Checks")
CHECKS = section("Checks", "What a suite must not ask for")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A copy of one chapter of the course, with this project's settings for pytest and ruff."""
    for top in ("exercises", "solutions", "tests/suites"):
        shutil.copytree(ROOT / top / CHAPTER, tmp_path / top / CHAPTER)
    for settings in ("pyproject.toml", "exercises/.ruff.toml", "solutions/.ruff.toml"):
        shutil.copy(ROOT / settings, tmp_path / settings)
    return tmp_path


def typed(command: str, course: Path) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    script = f'python() {{ "{sys.executable}" "$@"; }}\n{command}'
    return subprocess.run(
        ["sh", "-c", script], cwd=course, env=environ, capture_output=True, text=True
    )


def write(course: Path, pattern: str, text: str) -> None:
    """Write a file whose folder the page names with stars, as a shell would find it."""
    folder, _, name = pattern.rpartition("/")
    (place,) = course.glob(folder)
    (place / name).write_text(text, encoding="utf-8")


def test_the_worked_example_leads_to_a_proven_kata(course: Path) -> None:
    commands = 0
    for path, text in steps():
        if path is not None:
            write(course, path, text)
            continue
        for command in text.splitlines():
            done = typed(command, course)
            expected = int(re.search(r"# exit code (\d)", command + " # exit code 0")[1])
            assert done.returncode == expected, f"{command}\n{done.stdout}{done.stderr}"
            commands += 1
    assert commands == 6
    proven = typed("python -m grader verify one_writer", course)
    assert proven.returncode == 0, proven.stdout
    assert "2/2 mistakes   1/1 variants" in proven.stdout
    suite = (course / f"tests/suites/{CHAPTER}/test_one_writer.py").read_text()
    assert '@catches("no_lock")\ndef test_one_writer_at_a_time' in suite
    assert '"nothing_left_running": "released_after_the_write"' in suite


def test_what_the_example_writes_passes_the_linter(course: Path) -> None:
    pytest.importorskip("ruff")
    files = [
        (path.replace("*", "x"), text) for path, text in steps() if path and path.endswith(".py")
    ]
    for path, text in files:
        (course / path).parent.mkdir(parents=True, exist_ok=True)
        (course / path).write_text(text, encoding="utf-8")
    for command in (["check"], ["format", "--check"]):
        names = [path for path, _ in files]
        line = [sys.executable, "-m", "ruff", *command, "--no-cache", *names]
        done = subprocess.run(line, cwd=course, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout


def test_every_parameter_of_a_scenario_is_in_the_table() -> None:
    told = re.findall(r"^- `(\w+)` ", suite.__doc__ or "", flags=re.MULTILINE)
    assert tuple(told) == suite.PARAMETERS
    assert set(re.findall(r"^\| `(\w+)` \|", SCENARIOS, re.M)) == set(told)


def test_what_a_check_can_ask_of_a_run_is_named() -> None:
    offered = {name for name in vars(Recorded) if not name.startswith("_")}
    named = set(re.findall(r"\b\w+\b", CHECKS))
    assert offered - named == set()


def test_what_can_be_drawn_is_named() -> None:
    offered = {name for name in vars(Draw) if not name.startswith("_")}
    assert offered - set(re.findall(r"\w+", SCENARIOS)) == set()


def test_every_free_check_is_told() -> None:
    from grader.judge.free import FREE_CHECKS

    (told,) = re.findall(r"^\*Free checks\* judge every kata: (.+)\.$", PAGE, re.MULTILINE)
    assert len(told.split(",")) == len(FREE_CHECKS)


def test_the_page_can_be_read_in_fifteen_minutes() -> None:
    prose = STEP.sub("", PAGE)
    assert len(PAGE.splitlines()) <= 275
    assert len(prose.split()) < 15 * 200
