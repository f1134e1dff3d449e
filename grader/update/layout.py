"""Where katas and answers stand in two versions of a course; a kata may have a new number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.catalog import EXERCISES, Kata
from grader.update.clone import Tree

_KATA = re.compile(rf"{EXERCISES}/(\d\d_[a-z][a-z0-9_]*/\d\d_[a-z][a-z0-9_]*)/kata\.toml")


def katas_in(root: Path, tree: Tree) -> dict[str, Kata]:
    """Return the katas of a version, by id."""
    found = (_KATA.fullmatch(path) for path in sorted(tree))
    katas = (Kata(root, Path(match[1])) for match in found if match)
    return {kata.id: kata for kata in katas}


@dataclass(frozen=True)
class Layout:
    """The katas of an old version and of a new one, by id."""

    old: dict[str, Kata]
    new: dict[str, Kata]

    @property
    def learners(self) -> dict[str, str | None]:
        """The path of each answer and example, and where it belongs now; None where it is gone."""
        places: dict[str, str | None] = {}
        for name, was in self.old.items():
            now = self.new.get(name)
            places[was.stub.as_posix()] = now.stub.as_posix() if now else None
            places[was.example.as_posix()] = now.example.as_posix() if now else None
        return places

    def both(self) -> Iterator[tuple[Kata, Kata]]:
        """Yield each kata that stayed, as it was and as it is."""
        for name, kata in self.new.items():
            if name in self.old:
                yield self.old[name], kata


def differing(one: Tree, other: Tree) -> set[str]:
    """Return the paths of what is not the same file in both versions."""
    return {path for path in {*one, *other} if one.get(path) != other.get(path)}


def blob(tree: Tree, path: Path) -> str:
    """Return what tells one text of a file from another; "" where it is not there."""
    return tree.get(path.as_posix(), ("", ""))[1]
