"""A terminal that shows one page at a time, and another one before and after."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TextIO

# Another screen, no cursor; what is pasted comes with marks around it, so that it is no keys.
_OPEN = "\x1b[?1049h\x1b[?25l\x1b[?2004h"
_CLOSE = "\x1b[?2004l\x1b[?25h\x1b[?1049l"
_HOME, _CLEAR_LINE, _CLEAR_BELOW = "\x1b[H", "\x1b[K", "\x1b[J"


def take(stream: TextIO) -> None:
    """Take the screen; what was there is kept by the terminal."""
    _write(stream, _OPEN)


def give_back(stream: TextIO) -> None:
    """Show again what was there before."""
    _write(stream, _CLOSE)


def draw(stream: TextIO, page: str) -> None:
    """Put a page in place of the last one, without flicker: each line overwrites an old one."""
    rows = page.removesuffix("\n").split("\n")
    _write(stream, _HOME + f"{_CLEAR_LINE}\n".join(rows) + _CLEAR_LINE + _CLEAR_BELOW)


def draw_first_row(stream: TextIO, text: str) -> None:
    """Put a line in place of the first one of the page."""
    _write(stream, _HOME + text + _CLEAR_LINE)


def _write(stream: TextIO, text: str) -> None:
    # Not through the stream: a signal's handler draws too, and a stream refuses to be written to
    # while it is being written to.
    data = text.encode(stream.encoding, "backslashreplace")
    with suppress(OSError, ValueError):  # a terminal that is gone shows nothing
        while data:
            data = data[os.write(stream.fileno(), data) :]
