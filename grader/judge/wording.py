"""Times, values and errors as short text."""

from __future__ import annotations

import re
from typing import Any

from grader.encoding import Ended, Thing
from grader.run import Error, Where

# Where an object lies in memory differs from run to run, and tells a learner nothing.
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")

VALUE_WIDTH = 200  # characters of one value; a message is a few lines, not a page


def number(value: float) -> str:
    """Return a number without needless digits: `2.25`, `3`, `0`."""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def seconds(value: float) -> str:
    """Return virtual seconds: `2.25 s`."""
    return f"{number(value)} s"


def at(where: Where | None, word: str = "at") -> str:
    """Return ` at file.py:3` for a line that a learner can look up, else ""."""
    return f" {word} {where}" if where is not None and where.owner != "suite" else ""


def error_text(error: Error) -> str:
    """Return the last line that Python would print for an error: `ValueError: boom`."""
    text = f"{error.type}: {error.message}" if error.message else error.type
    text = _ADDRESS.sub("", text)
    inner = "; ".join(error_text(member) for member in error.inner)
    return shortened(f"{text} ({inner})" if inner else text)


def shortened(text: str) -> str:
    """Return text cut to `VALUE_WIDTH` characters."""
    return text if len(text) <= VALUE_WIDTH else f"{text[: VALUE_WIDTH - 3]}..."


def is_number(value: object) -> bool:
    """Return True for an int or a float; a bool is an answer, not a number."""
    return type(value) in (int, float)


def is_series(value: object) -> bool:
    """Return True for a list or tuple that holds numbers and nothing else."""
    return isinstance(value, list | tuple) and bool(value) and all(map(is_number, value))


def is_timed(value: object) -> bool:
    """Return True when a value reads as seconds: recorded times are floats, counts ints."""
    if type(value) is float:
        return True
    return (
        isinstance(value, list | tuple)
        and bool(value)
        and all(type(item) is float for item in value)
    )


def amount(value: Any, *, timed: bool) -> str:
    """Return what was expected or observed as text; `timed` reads numbers as seconds."""
    unit = " s" if timed else ""
    if is_number(value):
        return f"{number(value)}{unit}"
    if timed and is_series(value):
        return shortened(", ".join(map(number, value))) + unit
    if timed and value in ([], ()):
        return "nothing"
    if isinstance(value, str):
        return shortened(value)
    return shortened(plain(value))


def plain(value: Any) -> str:
    """Return a decoded value as a learner would write it."""
    if isinstance(value, Thing):
        return str(value)
    if isinstance(value, Error):
        return error_text(value)
    if isinstance(value, Ended):
        return error_text(value.error) if value.error else plain(value.value)
    if isinstance(value, list):
        return f"[{', '.join(map(plain, value))}]"
    if isinstance(value, tuple):
        return f"({', '.join(map(plain, value))}{',' if len(value) == 1 else ''})"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{plain(key)}: {plain(item)}' for key, item in value.items())}}}"
    if isinstance(value, set | frozenset) and value:
        return f"{{{', '.join(sorted(map(plain, value)))}}}"  # a set has no order; a verdict has
    return repr(value)
