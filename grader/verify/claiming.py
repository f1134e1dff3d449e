"""Writes a suite's claims, `@catches` and `FREE`, from what its mistakes really fail.

The proof then holds the suite to them. Nothing is believed by this: whoever runs it reads the
difference, because each name says "this check is there to catch this mistake".
"""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from grader.catalog import Kata
from grader.errors import CourseError
from grader.judge.free import PREFIX
from grader.plain import write_whole
from grader.verify.benches import Benches
from grader.verify.claims import assignment, catches_marks, checks_of
from grader.verify.files import text_of

LINE_LENGTH = 100  # as the formatter has it

Edit = tuple[int, int, list[str]]  # the lines from, to (not included), and what replaces them


def claim(benches: Benches, kata: Kata) -> None:
    """Judge every mistake of a kata and write into its suite which checks fail.

    Raises `CourseError` when the suite cannot be read, or when a mistake cannot be judged.
    """
    source = text_of(kata, kata.suite)
    if source is None:
        raise CourseError(f"{kata.suite} is missing or not UTF-8 text.")
    claimed = with_claims(source, failures(benches, kata))
    write_whole(kata.root / kata.suite, claimed.encode())


def failures(benches: Benches, kata: Kata) -> dict[str, list[str]]:
    """Return the mistakes that each check fails, free checks included, by the check's name."""
    found: dict[str, list[str]] = {}
    answers = [(kata, kata.root / path) for path in kata.mistakes.values()]
    for name, verdict in zip(kata.mistakes, benches.judge_all(answers), strict=True):
        if verdict.status == "error":
            raise CourseError(f"Mistake {name!r} cannot be judged: {verdict.message}")
        for check in verdict.checks:
            if check.status in ("fail", "error"):
                found.setdefault(check.name, []).append(name)
    return found


def with_claims(source: str, failed: Mapping[str, Sequence[str]]) -> str:
    """Return the source of a suite with new claims; `failed` has the mistakes of each check."""
    tree = ast.parse(source)
    rows = source.removesuffix("\n").split("\n")  # Python counts no other ends of lines
    free = {name: caught for name, caught in failed.items() if name.startswith(PREFIX)}
    edits = [_free_edit(tree, free), *(_edit(check, failed) for check in checks_of(tree))]
    edits += _import_edit(tree)
    for begin, end, new in sorted(edits, reverse=True):
        rows[begin:end] = new
    return "\n".join(rows) + "\n"


def _edit(
    check: ast.FunctionDef | ast.AsyncFunctionDef, failed: Mapping[str, Sequence[str]]
) -> Edit:
    rows = list(_catches(sorted(failed.get(check.name, ()))))
    marks = catches_marks(check)
    if marks:
        return marks[0].lineno - 1, (marks[0].end_lineno or 0), rows
    first = min([check.lineno, *(mark.lineno for mark in check.decorator_list)])
    return first - 1, first - 1, rows


def _catches(names: Sequence[str]) -> Iterator[str]:
    text = " ".join(names)
    if text:
        one = f'@catches("{text}")'
        yield from [one] if len(one) <= LINE_LENGTH else ["@catches(", *_text(names, 4), ")"]


def _text(names: Sequence[str], deep: int) -> Iterator[str]:
    """Yield the lines of one text with all names, as many on each as there is room for."""
    margin, whole = " " * deep, " ".join(names)
    if len(whole) <= LINE_LENGTH - deep - 2:  # ruff's formatter would join what fits into a line
        yield f'{margin}"{whole}"'
        return
    # A space stands in front of every part but the first: it shows that the text goes on.
    parts = textwrap.wrap(whole, LINE_LENGTH - deep - 3, break_long_words=False)
    for number, part in enumerate(parts):
        yield f'{margin}"{" " * bool(number)}{part}"'


def _free_edit(tree: ast.Module, free: Mapping[str, Sequence[str]]) -> Edit:
    rows = list(_free_rows({name.removeprefix(PREFIX): free[name] for name in sorted(free)}))
    there = assignment(tree, "FREE")
    if there is not None:
        return there.lineno - 1, (there.end_lineno or 0), rows
    imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    after = max((node.end_lineno or 0 for node in imports), default=0)
    return after, after, ["", *rows] if rows else []


def _import_edit(tree: ast.Module) -> Iterator[Edit]:
    """Yield the import of `catches` where it is missing: linters take out what nobody uses."""
    suite = [n for n in tree.body if isinstance(n, ast.ImportFrom) and n.module == "grader.suite"]
    if suite and not any(name.name == "catches" for node in suite for name in node.names):
        names = sorted({*(name.name for name in suite[0].names), "catches"})
        row = f"from grader.suite import {', '.join(names)}"
        yield suite[0].lineno - 1, (suite[0].end_lineno or 0), [row]


def _free_rows(free: Mapping[str, Sequence[str]]) -> Iterator[str]:
    if not free:
        return
    yield "FREE = {"
    for name, caught in free.items():
        text = " ".join(sorted(caught))
        one = f'    "{name}": "{text}",'
        long = [f'    "{name}": (', *_text(sorted(caught), 8), "    ),"]
        yield from [one] if len(one) <= LINE_LENGTH else long
    yield "}"
