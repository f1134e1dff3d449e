"""Markdown of a task as lines for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rich.text import Text

from grader.report.lines import MARKED, STRONG, folded, line
from grader.report.paper import Paper

_FENCE = re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE)
_ITEM = re.compile(r"\s*([-*+]|\d+[.)])\s+")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_CODE = re.compile(r"(`+[^`]*`+)")
# Underscores inside a word, or of a name such as `__aenter__` in code, are no emphasis.
_EMPHASIS = re.compile(
    r"\*\*(?=\S)(?P<stars>.+?)(?<=\S)\*\*|(?<!\w)__(?=\S)(?P<lines>.+?)(?<=\S)__(?!\w)"
)


def prose(paper: Paper, markdown: str, *, indent: int = 0) -> list[Text]:
    """Return the text folded to the paper and set in; code and tables keep their lines."""
    if indent:
        inner = prose(replace(paper, width=paper.width - indent), markdown)
        return [Text.assemble(" " * indent, row) for row in inner]
    rows: list[Text] = []
    for kind, body in _blocks(markdown.strip()):
        if kind == "heading":
            rows += folded(paper, _inline(body.lstrip("# ")), style=STRONG)
        elif kind == "code":
            rows += [line(paper, "    ", (part, MARKED)) for part in body.split("\n")]
        elif kind == "table":
            rows += [line(paper, part) for part in body.split("\n")]
        elif kind == "item":
            rows += _item(paper, body)
        else:
            rows += folded(paper, _inline(body))
    return rows


def _item(paper: Paper, body: str) -> list[Text]:
    match = _ITEM.match(body)
    start = match.end() if match else 0
    return folded(paper, _inline(body[start:]), lead=line(paper, body[:start]))


def _inline(text: str) -> str:
    parts = _CODE.split(text)
    parts[::2] = [_plain(part) for part in parts[::2]]  # between them stands code, as it is
    return "".join(parts)


def _plain(text: str) -> str:
    return _EMPHASIS.sub(lambda match: match[match.lastgroup or 0], _LINK.sub(r"\1", text))


def _blocks(markdown: str) -> Iterator[tuple[str, str]]:
    """Yield `(kind, body)`: paragraphs and items as one line, code as it stands."""
    for number, part in enumerate(_FENCE.split(markdown)):
        if number % 2:  # between two fences, or behind one that is never closed
            yield "code", part.strip("\n")
        else:
            yield from _outside_code(part.removeprefix("\n"))


def _outside_code(part: str) -> Iterator[tuple[str, str]]:
    gathered: list[str] = []
    for row in part.splitlines():
        if gathered and (not row.strip() or _kind(row) != "text"):
            yield _kind(gathered[0]), " ".join(gathered)
            gathered = []
        if not row.strip():
            yield "blank", ""
        elif _kind(row) in ("heading", "table"):
            yield _kind(row), row
        else:
            gathered.append(row.strip() if gathered else row.rstrip())
    if gathered:
        yield _kind(gathered[0]), " ".join(gathered)


def _kind(row: str) -> str:
    if row.startswith("#"):
        return "heading"
    if row.startswith("|"):
        return "table"
    return "item" if _ITEM.match(row) else "text"
