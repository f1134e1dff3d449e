"""How an editor is told which file to open, and at which line."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import PurePath

from grader.errors import UsageError

_PLUS_LINE = (
    *("vi", "vim", "nvim", "gvim", "mvim", "view", "vis", "nano", "pico", "emacs", "emacsclient"),
    *("micro", "kak", "ne", "joe", "jed", "mg", "gedit", "mcedit"),
)
_BEHIND_THE_NAME = ("hx", "helix", "subl", "zed")  # FILE:LINE
_GOTO = ("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf")  # -g FILE:LINE


def editor_of(environ: Mapping[str, str]) -> list[str]:
    """Return the editor that the environment names, with its arguments; nothing where none is set.

    Raises `UsageError` when it cannot be read as a command.
    """
    for name in ("VISUAL", "EDITOR"):
        if environ.get(name, "").strip():
            try:
                return shlex.split(environ[name])
            except ValueError as error:
                raise UsageError(f"{name} is no command that can be run ({error}).") from None
    return []


def opening(editor: list[str], file: str, line: int | None) -> list[str]:
    """Return the command that opens a file, at the line where the editor is known to take one."""
    name = PurePath(editor[0]).name.lower().removesuffix(".exe")
    if line is None:
        return [*editor, file]
    if name in _PLUS_LINE:
        return [*editor, f"+{line}", file]
    if name in _BEHIND_THE_NAME:
        return [*editor, f"{file}:{line}"]
    return [*editor, "-g", f"{file}:{line}"] if name in _GOTO else [*editor, file]
