"""docs/verdict.md names every key with its type, and docs/verdict.json is what `check` prints.

`python -m tests.test_verdict_page > docs/verdict.json` writes that example anew.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.catalog import Course
from grader.cli import main
from grader.commands.check_pages import document_page
from grader.runner import Runner

ROOT = Path(__file__).parents[1]
TOY = ROOT / "tests/courses/toy"
PLACE = Path("01_toys/01_add_slowly/add_slowly.py")
MISTAKE = TOY / "solutions/01_toys/01_add_slowly/mistakes/one_after_the_other.py"

KINDS: dict[str, Callable[[Any], bool]] = {
    "text": lambda value: type(value) is str,
    "integer": lambda value: type(value) is int,
    "number": lambda value: type(value) in (int, float),
    "boolean": lambda value: type(value) is bool,
    "null": lambda value: value is None,
    "object": lambda value: type(value) is dict,
    "list of objects": lambda value: _is_list(value, dict),
    "list of lists": lambda value: _is_list(value, list),
    "list of integers": lambda value: _is_list(value, int),
}


def _is_list(value: Any, kind: type) -> bool:
    return type(value) is list and {type(item) for item in value} <= {kind}


def printed(answer: str) -> str:
    """Return what `check --json` prints of an answer to the toy course's one kata."""
    with tempfile.TemporaryDirectory() as folder:
        course = shutil.copytree(TOY, Path(folder, "toy"))
        file = course / "handed-in" / PLACE
        file.parent.mkdir(parents=True)
        file.write_text(answer, encoding="utf-8")
        out, err = io.StringIO(), io.StringIO()
        argv = ("check", "--from", "handed-in", "--json")
        code = main(argv, stdout=out, stderr=err, environ={}, folder=course)
        assert code == 0, err.getvalue()
        return out.getvalue()


def table(title: str) -> dict[str, str]:
    """Return the keys of a section's table with their types."""
    page = (ROOT / "docs/verdict.md").read_text(encoding="utf-8")
    section = page.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    return dict(re.findall(r"^\| `(\w+)` \| ([\w ]+) \|", section, flags=re.MULTILINE))


def objects(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every object of a document with the section that tells of it."""
    yield "The document", document
    yield "What stands beside the score", document["stretch"]
    for verdict in document["katas"]:
        yield "A verdict", verdict
        yield from (("A test of Exercism's", test) for test in verdict["tests"])
        for check in verdict["checks"]:
            yield "A check", check
            yield from (("A bar of a timeline", bar) for bar in check["timeline"])
            yield from (("A place in the source", one) for one in [check["where"]] if one)


ANSWERS = {
    "mistake": MISTAKE.read_text(encoding="utf-8"),
    "stub": (TOY / "exercises" / PLACE).read_text(encoding="utf-8"),
    "right": (TOY / "solutions" / PLACE).read_text(encoding="utf-8"),
    "broken": "async def add(",
    "deadlock": """
import asyncio


async def add(fetch, left, right):
    print("here I stand")
    one, other = asyncio.Lock(), asyncio.Lock()

    async def both(first, second):
        async with first:
            await asyncio.sleep(1)
            async with second:
                pass

    await asyncio.gather(both(one, other), both(other, one))
""",
}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The documents of all answers, from one warm runner."""
    course = Course(TOY)
    (kata,) = course.katas
    file = tmp_path_factory.mktemp("answers") / kata.filename
    found = {}
    with Runner(course, [kata]) as runner:
        for name, answer in ANSWERS.items():
            file.write_text(answer, encoding="utf-8")
            verdict = runner.judge(kata, file)
            found[name] = json.loads(document_page(course, [kata], [verdict], []))
    return found


@pytest.mark.parametrize("answer", ANSWERS)
def test_every_key_is_documented_with_its_type(answer: str, documents) -> None:
    for title, found in objects(documents[answer]):
        told = table(title)
        assert set(told) == set(found), title
        for key, kinds in told.items():
            fits = [KINDS[kind](found[key]) for kind in kinds.split(" or ")]
            assert any(fits), f"{title}: {key} is {found[key]!r}, not {kinds}"


def test_the_example_is_what_the_command_prints() -> None:
    example = (ROOT / "docs/verdict.json").read_text(encoding="ascii")
    assert example == printed(ANSWERS["mistake"]), __doc__


def test_what_is_told_to_be_empty_is_empty(documents) -> None:
    (verdict,) = documents["right"]["katas"]
    assert (verdict["message"], verdict["mistake"], verdict["explanation"]) == (None, None, "")
    for check in verdict["checks"]:
        assert (check["message"], check["expected"], check["got"]) == ("", "", "")
        assert (check["where"], check["timeline"], check["cycles"]) == (None, [], [])


def test_a_circle_and_the_output_are_told_to_exercism_too(documents) -> None:
    (verdict,) = documents["deadlock"]["katas"]
    first, *others = (test for test in verdict["tests"] if test["status"] != "pass")
    assert first["output"] == "here I stand\n"
    assert {test["output"] for test in others} == {None}
    assert any(check["cycles"] for check in verdict["checks"])


if __name__ == "__main__":
    sys.stdout.write(printed(ANSWERS["mistake"]))
