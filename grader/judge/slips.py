"""What a misspelt or missing name was meant to be. Such a slip is never a misunderstanding."""

from __future__ import annotations

import asyncio
import builtins
import difflib
import re
import sys

from grader.run import Error

SLIPS = frozenset(
    {
        "NameError", "UnboundLocalError", "AttributeError", "ImportError", "ModuleNotFoundError",
        "SyntaxError", "IndentationError", "TabError", "EOFError",
    }
)  # fmt: skip
_IMPORTABLE = sys.stdlib_module_names | {"aiohttp"}
_ENOUGH = "every kata can be solved with the standard library and aiohttp"

_NO_NAME = re.compile(r"\bname '(\w+)' is not defined")
_NO_ATTRIBUTE = re.compile(r"module '(\w+)' has no attribute '(\w+)'")
_NO_IMPORT = re.compile(r"cannot import name '(\w+)' from '(\w+)'")
_NO_MODULE = re.compile(r"No module named '(\w+)'")


def slip_meaning(error: Error) -> str:
    """Return what was probably meant, or ""; `first_await.py` stands for the learner's file."""
    file = error.where.path if error.where is not None else "your file"
    if error.type == "EOFError":
        return "nobody is there to answer input(): what is needed comes in as a parameter"
    if found := _NO_NAME.search(error.message):
        return _name(found[1], file)
    if found := _NO_ATTRIBUTE.search(error.message):
        return _near(found[2], _public(found[1]), f"{found[1]}.")
    if found := _NO_IMPORT.search(error.message):
        return _near(found[1], _public(found[2]))
    if found := _NO_MODULE.search(error.message):
        return _near(found[1], list(_IMPORTABLE)) or _ENOUGH
    return ""


def _name(name: str, file: str) -> str:
    if name in _IMPORTABLE:
        return f"{name} is not imported in {file}"
    if name in asyncio.__all__:
        return f"{name} belongs to asyncio: write asyncio.{name}"
    return _near(name, [*dir(builtins), *_IMPORTABLE])


def _near(name: str, known: list[str], prefix: str = "") -> str:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.75)
    return f"did you mean {prefix}{near[0]}?" if near else ""


def _public(module: str) -> list[str]:
    # Only of what is loaded anyway: importing a module because a text names it could do anything.
    return [name for name in dir(sys.modules.get(module)) if not name.startswith("_")]
