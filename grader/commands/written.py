"""Writes a page where nothing else is overwritten."""

from __future__ import annotations

from pathlib import Path

from grader.errors import UsageError
from grader.plain import plain, write_whole

BEGIN_BYTES = 500  # in which a page says whose it is


def checked_place(path: Path, shown: str) -> None:
    """Raise `UsageError` where a page must not be written: over anything but an older page."""
    from grader.report.html.render import is_ours  # brings jinja2

    try:
        if path.is_dir():
            raise UsageError(f"{shown} is a folder. --out names a file.")
        with open(path, "rb", opener=plain) as file:
            begin = file.read(BEGIN_BYTES)
    except FileNotFoundError:
        return
    except OSError as error:
        raise UsageError(f"{shown} cannot be read: {error.strerror}.") from error
    if begin and not is_ours(begin):
        raise UsageError(
            f"{shown} is there already, and it is no report. --out names another file."
        )


def write_page(path: Path, text: str, shown: str) -> None:
    """Write a page in one step; raise `UsageError` where that cannot be done."""
    try:
        write_whole(path, text.encode(errors="replace"))
    except OSError as error:
        raise UsageError(f"{shown} cannot be written: {error.strerror}.") from error
