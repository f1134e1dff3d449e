"""What is wrong with a kata as it lies on disk, seen without running anything."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from grader.catalog import Kata
from grader.errors import CourseError
from grader.strip import scenarios_of
from grader.suite import PARAMETERS
from grader.verify.claims import Claims, checks_of, claims_of, silent_asserts, unreadable_claims
from grader.verify.files import chapter_page, programs, settings, text_of, tree_of
from grader.verify.likeness import misleading
from grader.verify.signatures import differences, signatures

HINTS = 3  # a question, a pointer to the docs, the shape
PLACEHOLDER = "TODO(author)"  # stands where an author has still to write something
_AROUND = " :.,'\"#)>-"  # what may stand around a placeholder's text


def defects(kata: Kata) -> Iterator[str]:
    """Yield a sentence for everything that is missing or does not fit together in a kata."""
    for check in (_numbers, _hints, _links, _tags):
        try:
            yield from check(kata)
        except CourseError as error:
            yield str(error)
    for check in (_pages, _programs, _placeholders, _stub, _suite, misleading):
        yield from check(kata)


def claims(kata: Kata) -> Claims:
    """Return what a kata's suite claims to catch; nothing when it cannot be read."""
    return claims_of(tree_of(kata, kata.suite) or ast.Module([], []))


# Settings


def _numbers(kata: Kata) -> Iterator[str]:
    _ = kata.points, kata.stretch  # raises when one makes no sense
    yield from ()


def _hints(kata: Kata) -> Iterator[str]:
    count = sum(bool(hint.strip()) for hint in kata.hints)
    if count != HINTS or len(kata.hints) != HINTS:
        yield f"kata.toml: {count} hints; a question, a pointer and the shape make {HINTS}."


def _links(kata: Kata) -> Iterator[str]:
    if not kata.docs:
        yield "kata.toml: no page of documentation under `docs`."
    for link in kata.docs:
        if not _is_link(link):
            yield f"kata.toml: {link!r} is not a link (https://...)."


def _is_link(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme == "https" and "." in parts.netloc and text.split() == [text]


def _tags(kata: Kata) -> Iterator[str]:
    if not kata.tags:
        yield "kata.toml: no `tags`."


# Pages and programs


def _pages(kata: Kata) -> Iterator[str]:
    for path in (chapter_page(kata), kata.readme):
        text = text_of(kata, path)
        if text is None:
            yield f"{path} is missing or not UTF-8 text."
        elif not text.startswith("# "):
            yield f"{path} does not begin with a title (`# Title`)."


def _programs(kata: Kata) -> Iterator[str]:
    for path in programs(kata):
        tree = tree_of(kata, path)
        if text_of(kata, path) is None:
            yield f"{path} is missing or not UTF-8 text."
        elif tree is None:
            yield f"{path} does not parse."
        elif not ast.get_docstring(tree):
            yield f"{path} has no docstring."


def _placeholders(kata: Kata) -> Iterator[str]:
    for path in (chapter_page(kata), kata.readme, settings(kata), *programs(kata)):
        for number, line in enumerate((text_of(kata, path) or "").splitlines(), start=1):
            _, found, rest = line.partition(PLACEHOLDER)
            what = rest.strip(_AROUND) or "what this line is for"
            if found:
                yield f"{path}:{number}: still to be written: {what}."


def _stub(kata: Kata) -> Iterator[str]:
    stub, reference = text_of(kata, kata.stub), text_of(kata, kata.reference)
    if stub is None or reference is None:
        return
    if text_of(kata, kata.pristine) != stub:
        yield f"{kata.pristine} is not a copy of the stub: {kata.filename} is to be copied there."
    todos = stub.replace(PLACEHOLDER, "").count("TODO")
    if todos != 1:
        yield f"{kata.stub} has {todos} TODOs; one says what to do."
    try:
        yield from differences(_offers(stub, kata.stub), _offers(reference, kata.reference))
    except CourseError:
        return  # what does not parse has been named already


def _offers(source: str, path: Path) -> dict[str, str]:
    return signatures(source, str(path))


# The suite


def _suite(kata: Kata) -> Iterator[str]:
    tree = tree_of(kata, kata.suite)
    if tree is None:
        return
    yield from unreadable_claims(tree)
    for check in checks_of(tree):
        if not ast.get_docstring(check):
            yield f"{check.name} has no docstring: it is what the learner reads."
    for line in silent_asserts(tree):
        yield f"{kata.suite}:{line}: an assert without a message tells the learner nothing."
    yield from _unknown_parameters(tree)
    yield from _unfounded(kata, claims_of(tree))


def _unknown_parameters(tree: ast.Module) -> Iterator[str]:
    for scenario in scenarios_of(tree):
        for parameter in scenario.args.args:
            if parameter.arg not in PARAMETERS:
                yield (
                    f"Scenario {scenario.name} asks for `{parameter.arg}`; there are"
                    f" {', '.join(PARAMETERS)}."
                )


def _unfounded(kata: Kata, said: Claims) -> Iterator[str]:
    for check, caught in said.checks.items():
        if not caught:
            yield f"{check} catches no mistake: nothing shows that it can fail."
    for name in sorted(said.mistakes - kata.mistakes.keys()):
        yield f"The suite catches {name!r}, and there is no such file in mistakes/."
    for name in sorted(kata.mistakes.keys() - said.mistakes):
        yield f"No check claims to catch the mistake {name!r}."
