"""The documentation says what is there: links lead somewhere, commands and fields exist."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from grader.commands.table import COMMANDS, GROUPS
from grader.run import Where
from grader.verdict import Bar, CheckResult, Verdict

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("exercises/**/*.md")])
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]
CHAPTERS = sorted(
    ROOT.glob("exercises/0[1-6]_*/README.md")
)  # the later ones are not yet written out
LONGEST_CHAPTER_LINES = 40  # one screen
COURSE_PAGES = [page for page in PAGES if ROOT / "exercises" in page.parents]
WIDEST_CODE_COLUMNS = 74  # `show` sets code in and never folds it; then it fits 80 columns


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_link_inside_the_repository_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!\w+:|#)([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_make_command_that_is_named_exists(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))
    named = re.findall(r"(?:^|`)make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(named) <= targets


@pytest.mark.parametrize("page", CHAPTERS, ids=lambda page: page.parent.name)
def test_a_chapter_opens_with_its_idea_its_trap_and_what_is_true_on_one_screen(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    assert headings[1:] == ["The trap", "What is often said, and what is true"]
    assert len(text.splitlines()) <= LONGEST_CHAPTER_LINES
    assert "\n```\n" in text
    assert "](https://docs.python.org/3/" in text


def _code(page: Path) -> list[str]:
    fences = re.findall(r"^```.*?\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S)
    return [line for code in fences for line in code.splitlines()]


def test_code_on_a_page_of_the_course_fits_a_terminal() -> None:
    lines = [(page.parent.name, line) for page in COURSE_PAGES for line in _code(page)]
    assert len(lines) > len(COURSE_PAGES)
    assert [(name, line) for name, line in lines if len(line) > WIDEST_CODE_COLUMNS] == []


@pytest.mark.parametrize("kind", [Verdict, CheckResult, Bar, Where])
def test_every_field_of_a_verdict_is_documented(kind: type) -> None:
    page = (ROOT / "docs/verdict.md").read_text(encoding="utf-8")
    assert [field.name for field in fields(kind) if f"`{field.name}`" not in page] == []


def make(*words: str) -> subprocess.CompletedProcess[str]:
    command = ["make", "--no-print-directory", *words]
    environ = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=environ)


STANDINGS = ("--open", "--begun", "--done")


def listings() -> list[str]:
    """Return what the pages, and `katas --help`, give as examples of a search."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    asked = re.findall(r'make list ARGS="?([^"`]+)', text)
    return [*asked, *(row[5:] for row in COMMANDS["list"].examples.split("\n") if row[5:])]


@pytest.mark.parametrize("arguments", sorted(set(listings())))
def test_every_search_that_is_named_finds_something(arguments: str) -> None:
    def listed(words: list[str]) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "grader", "list", *words]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)

    words = arguments.split()
    assert listed(words).returncode == 0
    anyhow = [word for word in words if word not in STANDINGS]  # how they stand is the learner's
    assert re.search("^  . [0-9]{4} ", listed(anyhow).stdout, re.MULTILINE)


def test_make_help_names_every_target_in_a_line_of_a_terminal() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    rules = re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE)
    page = make("help").stdout
    assert re.findall(r"^  make ([a-z]+) ", page, flags=re.MULTILINE) == rules
    assert [line for line in page.splitlines() if len(line) > 80] == []


def test_make_help_has_the_groups_of_the_command_line() -> None:
    groups: dict[str, list[str]] = {}
    for heading, target in re.findall(r"^(?:(\w.*)|  make (\w+) .*)$", make("help").stdout, re.M):
        groups.setdefault(heading, []) if heading else groups[[*groups][-1]].append(target)
    shared = {name: [each for each in groups[name] if each in COMMANDS] for name in GROUPS}
    assert shared == {name: [*commands] for name, commands in GROUPS.items()}


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (["chekc"], "make check KATA=chekc"),
        (["hint", "limit_three"], "make hint KATA=limit_three"),
    ],
)
def test_a_word_that_make_does_not_know_stops_it_before_anything_runs(words, advice) -> None:
    result = make(*words)
    assert (result.returncode, result.stdout) == (2, "")
    assert f"`{words[-1]}` is no command; `make help` lists them.\n" in result.stderr
    assert f"`{advice}`.  Stop.\n" in result.stderr


def test_the_reason_of_every_exception_to_conformance_is_documented() -> None:
    from tests.conformance.exceptions import load

    page = (ROOT / "docs/conformance.md").read_text(encoding="utf-8")
    known = [entry for version in ("3.11", "3.12", "3.13") for entry in load(python=version)]
    assert {entry.reason for entry in known if f"- {entry.reason}" not in page} == set()
