"""Which packages the project needs, in which versions, and which are there.

The standard library has no parser for requirements, and `doctor` must work where nothing is
installed. Ours reads what pyproject.toml uses: `name>=1.2,<2`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

DISTRIBUTION = "asyncio-katas"

_REQUIREMENT = re.compile(r"([A-Za-z0-9][\w.-]*)\s*([^;\[\]]*)")
_BOUND = re.compile(r"(>=|<=|==|<|>)\s*([\w.]+)")
_COMPARE = {
    ">=": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
    "==": lambda a, b: a == b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
}


@dataclass(frozen=True)
class Need:
    """One package with its bounds; `installed` is its version, or nothing."""

    name: str
    bounds: str
    installed: str

    @property
    def met(self) -> bool:
        """True when it is installed in a version within the bounds."""
        return bool(self.installed) and within(self.installed, self.bounds)


def needs(root: Path | None) -> list[Need]:
    """Return what the project needs: as the course's pyproject.toml says, else as installed."""
    return [
        Need(match[1], match[2].strip(), _version(match[1]))
        for text in _requirements(root)
        if (match := _REQUIREMENT.match(text))
    ]


def within(version: str, bounds: str) -> bool:
    """Return whether a version satisfies every bound; letters behind a number are ignored."""
    return all(
        _COMPARE[sign](_numbers(version), _numbers(bound)) for sign, bound in _BOUND.findall(bounds)
    )


def _requirements(root: Path | None) -> Sequence[str]:
    try:
        project = (
            tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8")) if root else {}
        )
    except (OSError, ValueError):
        project = {}
    table = project.get("project")
    listed = table.get("dependencies") if isinstance(table, dict) else None
    if isinstance(listed, list):
        return [str(item) for item in listed]
    try:
        return [text for text in metadata.requires(DISTRIBUTION) or () if "extra ==" not in text]
    except metadata.PackageNotFoundError:
        return []


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _numbers(version: str) -> tuple[int, ...]:
    parts = [int(match[0]) for part in version.split(".") if (match := re.match(r"\d+", part))]
    return tuple(parts + [0] * (4 - len(parts)))
