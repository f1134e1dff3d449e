"""A terminal that shows one screen at a time, and is as before when we leave."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

_OPEN = "\x1b[?1049h\x1b[?25l"  # another screen, no cursor
_CLOSE = "\x1b[?25h\x1b[?1049l"
_HOME, _CLEAR_LINE, _CLEAR_BELOW = "\x1b[H", "\x1b[K", "\x1b[J"


@contextmanager
def canvas(stream: TextIO) -> Iterator[None]:
    """Take the screen while the block runs."""
    _write(stream, _OPEN)
    try:
        yield
    finally:
        _write(stream, _CLOSE)


def draw(stream: TextIO, page: str) -> None:
    """Put a page in place of the last one, without flicker: each line overwrites an old one."""
    rows = page.removesuffix("\n").split("\n")
    _write(stream, _HOME + f"{_CLEAR_LINE}\n".join(rows) + _CLEAR_LINE + _CLEAR_BELOW)


def take_again(stream: TextIO) -> None:
    """Take the screen again after somebody else had it."""
    _write(stream, _OPEN)


def _write(stream: TextIO, text: str) -> None:
    with suppress(OSError, ValueError):  # a terminal that is gone shows nothing
        stream.write(text)
        stream.flush()
