"""What the output can show: its size, its characters, colour or none."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TextIO

WIDTH_COLUMNS = 80
HEIGHT_LINES = 24
LEAST_COLUMNS = 20

# What would move the cursor, colour the screen or reorder a line; a learner's text may hold it.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_PLAIN = str.maketrans(
    {"…": "...", "–": "-", "—": "-", "×": "x", "→": "->", "≤": "<=", "≥": ">=", "≠": "!=", "★": "*"}
    | dict.fromkeys("‘’", "'")
    | dict.fromkeys("“”", '"')
)


@dataclass(frozen=True)
class Paper:
    """The surface a page is laid out for, in columns and lines."""

    width: int = WIDTH_COLUMNS
    height: int = HEIGHT_LINES
    encoding: str = "utf-8"
    colour: bool = False

    @cached_property
    def unicode(self) -> bool:
        """True when the line-drawing characters and marks can be shown."""
        try:
            "├─┤✓✗…★".encode(self.encoding)
        except (UnicodeEncodeError, LookupError):
            return False
        return True

    @property
    def indent(self) -> int:
        """How far details stand in: less where columns are few."""
        return 6 if self.width >= 60 else 2

    def clean(self, text: str) -> str:
        """Return the text with nothing in it that this paper cannot show as it is meant."""
        text = _UNSAFE.sub(_escaped, text.replace("\r\n", "\n").expandtabs(4))
        if self.unicode:
            return text
        return (
            text.translate(_PLAIN).encode(self.encoding, "backslashreplace").decode(self.encoding)
        )


def _escaped(match: re.Match[str]) -> str:
    return match.group().encode("unicode_escape").decode("ascii")


def paper_for(stream: TextIO, environ: Mapping[str, str], *, whole: bool = False) -> Paper:
    """Return a stream's paper: a terminal's size up to one page, else 80 columns, no colour.

    `whole` takes as many lines as there are.
    """
    width, height = _size(stream, environ)
    encoding = _encoding(stream, environ)
    return Paper(
        width=max(LEAST_COLUMNS, min(width, WIDTH_COLUMNS)),
        height=height if whole else min(height, HEIGHT_LINES),
        encoding=encoding,
        colour=is_terminal(stream) and not environ.get("NO_COLOR") and not is_dumb(environ),
    )


def is_dumb(environ: Mapping[str, str]) -> bool:
    """True when the terminal can only print lines: no colour, no line that is drawn again."""
    return environ.get("TERM", "").lower() in ("dumb", "unknown")


def is_terminal(stream: TextIO | None) -> bool:
    """True when somebody sits at the other end of a stream; False when it is closed."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def _encoding(stream: TextIO, environ: Mapping[str, str]) -> str:
    if environ.get("LC_ALL") in ("C", "POSIX"):  # Python writes UTF-8 all the same
        return "ascii"
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        "".encode(encoding)
    except LookupError:
        return "ascii"
    return encoding


def _size(stream: TextIO, environ: Mapping[str, str]) -> tuple[int, int]:
    columns, lines = WIDTH_COLUMNS, HEIGHT_LINES + 1
    if is_terminal(stream):
        # A terminal may not know its size, and a stream may have no file behind it.
        with suppress(OSError, ValueError):
            columns, lines = os.get_terminal_size(stream.fileno())
    columns = _number(environ.get("COLUMNS")) or columns or WIDTH_COLUMNS
    lines = _number(environ.get("LINES")) or lines or HEIGHT_LINES
    return columns, lines - 1  # the prompt needs a line of the terminal


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0
