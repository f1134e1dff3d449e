"""The tests that are known to end otherwise on the virtual loop, and why: `exceptions.toml`."""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

FILE = Path(__file__).with_name("exceptions.toml")
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"


@dataclass(frozen=True)
class Known:
    """One reason, and the tests that it holds for."""

    tests: tuple[str, ...]
    reason: str
    on: tuple[str, ...] = ("loop", "world")
    python: tuple[str, ...] = ()
    """Versions such as `3.12`; none means all."""
    sometimes: bool = False
    """True where real time decides, so that a test may also pass."""


def load(path: Path = FILE, python: str = PYTHON) -> list[Known]:
    """Return the exceptions that hold for this Python.

    Raises TypeError when an entry has a field that is not known, or none of its own.
    """
    entries = tomllib.loads(path.read_text(encoding="utf-8")).get("exception", [])
    known = [
        Known(**{k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()})
        for entry in entries
    ]
    return [entry for entry in known if not entry.python or python in entry.python]


def matches(pattern: str, test: str) -> bool:
    """Return True when a pattern names a test; only `*` is special in it."""
    return fnmatchcase(test, pattern.replace("[", "[[]").replace("?", "[?]"))


def reason_for(test: str, kind: str, known: list[Known]) -> str | None:
    """Return why a test may end otherwise on this kind of loop; None when nothing says so."""
    for entry in known:
        if kind in entry.on and any(matches(pattern, test) for pattern in entry.tests):
            return entry.reason
    return None
