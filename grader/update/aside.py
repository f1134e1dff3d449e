"""Files that are out of git's way for a moment: renamed, never copied, for a disk may be full."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

ASIDE = Path(".katas", "aside")


@dataclass
class Aside:
    """Files of a course that wait in `.katas/aside`, with their paths from the root."""

    root: Path
    _taken: list[str] = field(default_factory=list)

    def left_behind(self) -> list[str]:
        """Return the paths of what waits there since an update was killed in the middle."""
        folder = self.root / ASIDE
        files = (path for path in sorted(folder.rglob("*.py")) if path.is_file())
        return [path.relative_to(folder).as_posix() for path in files]

    def resume(self, places: Mapping[str, str | None]) -> None:
        """Put back, or drop for `None`, what such an update left."""
        self._taken = list(places)
        self.put_back(places)

    def take(self, paths: Sequence[str]) -> None:
        """Put these files aside; those that are not there are noted as that."""
        for path in paths:
            place = self.root / ASIDE / path
            place.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):
                os.replace(self.root / path, place)
            self._taken.append(path)

    def put_back(self, places: Mapping[str, str | None] | None = None) -> None:
        """Put every file where it was, or where `places` says; None leaves it to its backup.

        Over whatever stands there now. A file that was not there before is not there afterwards.
        """
        for path in self._taken:
            waiting = self.root / ASIDE / path
            place = path if places is None else places.get(path)
            if place is None:
                waiting.unlink(missing_ok=True)
            elif waiting.exists():
                (self.root / place).parent.mkdir(parents=True, exist_ok=True)
                os.replace(waiting, self.root / place)
            elif places is None:
                (self.root / path).unlink(missing_ok=True)
            self._tidy(waiting.parent)
        self._taken.clear()

    def _tidy(self, folder: Path) -> None:
        with suppress(OSError):  # not empty yet
            while folder != self.root / ASIDE.parent:
                folder.rmdir()
                folder = folder.parent
