"""Keeps what a learner wrote before it is replaced: `.katas/backups/`, a file for each moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from grader.catalog import Kata, way_back
from grader.errors import CourseError, UsageError
from grader.plain import plain, write_whole

BACKUPS = Path(".katas", "backups")
_EXAMPLES = "example"  # a folder of their own: `undo` brings back answers only
_MOMENT = "%Y-%m-%dT%H-%M-%S"  # no colons: some file systems refuse them


def _now() -> str:
    return datetime.now().strftime(_MOMENT)


@dataclass(frozen=True)
class Answer:
    """A learner's file and what was in it before."""

    kata: Kata
    now: Callable[[], str] = _now

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.kata.root / self.kata.stub

    @property
    def _folder(self) -> Path:
        return self.kata.root / BACKUPS / self.kata.folder

    def kept(self) -> list[Path]:
        """Return the backups, oldest first."""
        return sorted(self._folder.glob("*.py"))

    def become_stub(self) -> None:
        """Put the stub there without a copy of what was: for a file that was a stub before."""
        if not self.is_untouched():
            self._replace(self._stub())

    def reset(self) -> Path | None:
        """Put the stub back; return the backup of what was there, or None where nothing was.

        Raises `CourseError` when the course has no copy of the stub, and `UsageError` when one of
        the two cannot be written; the file is as before then.
        """
        backup = self.keep()
        self._replace(self._stub())
        return backup

    def undo(self) -> Path:
        """Bring back the newest backup that differs from the file; what is there now is kept.

        Raises `UsageError` when there is none.
        """
        here = self._text()
        for path in reversed(self.kept()):
            before = path.read_bytes()
            if before != here:
                self.keep()
                self._replace(before)
                return path
        raise UsageError(f"There is no backup of {self.kata.stub} that could be brought back.")

    def is_untouched(self) -> bool:
        """Return True when the file is the stub, letter by letter."""
        text = self._text()
        return text is not None and text == self._stub()

    def _stub(self) -> bytes:
        try:
            return (self.kata.root / self.kata.pristine).read_bytes()
        except OSError:
            path = self.kata.pristine
            raise CourseError(
                f"{path} is missing: nothing to go back to. {way_back(path)}"
            ) from None

    def _text(self) -> bytes | None:
        return _text(self.path)

    def keep(self) -> Path | None:
        """Copy the file aside and return the copy; None where it is the stub, or not there.

        What the newest backup holds already is not copied again. Raises like `reset`.
        """
        text, stub = self._text(), self._stub()
        if text is None or text == stub:
            return None
        return _copied(text, self.kata.stub, self._folder, self.now)

    def _replace(self, text: bytes) -> None:
        with _unchanged(self.kata.stub, "it cannot be written"):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.path, text)


def keep_example(kata: Kata, now: Callable[[], str] = _now) -> Path | None:
    """Copy a kata's example aside, as `Answer.keep` does; None where there is none."""
    text = _text(kata.root / kata.example)
    folder = kata.root / BACKUPS / kata.folder / _EXAMPLES
    return None if text is None else _copied(text, kata.example, folder, now)


def _text(path: Path) -> bytes | None:
    try:
        with open(path, "rb", opener=plain) as file:
            return file.read()
    except OSError:
        return None


def _copied(text: bytes, of: Path, folder: Path, now: Callable[[], str]) -> Path:
    with _unchanged(of, f"{BACKUPS.as_posix()} cannot keep it"):
        kept = sorted(folder.glob("*.py"))
        if kept and kept[-1].read_bytes() == text:
            return kept[-1]
        folder.mkdir(parents=True, exist_ok=True)
        path = _free(folder, now())
        write_whole(path, text)
    return path


@contextmanager
def _unchanged(path: Path, why: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(f"{path} stays as it is: {why} ({reason}).") from error


def _free(folder: Path, moment: str) -> Path:
    path, number = folder / f"{moment}.py", 1
    while path.exists():
        number += 1
        path = folder / f"{moment}_{number}.py"
    return path
