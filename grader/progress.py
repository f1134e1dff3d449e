"""How far a learner has come: one ignored file, `.katas/progress.json`; delete it at any time.

Two commands may run at once, without a lock: each reads the file again just before it writes,
merges its own news into it, and starts over when somebody else replaced the file in between. In
the last microseconds before the replacement one could still overtake the other; what is lost then
is a mark that the next `check` finds again, or one step of a hint, never the file.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TextIO

PROGRESS_FILE = Path(".katas", "progress.json")
VERSION = 1
TRIES = 20
LARGEST_FILE_BYTES = 1_000_000  # sixty katas take six thousand

NOT_STARTED = "not started"
_STATUSES = ("error", "fail", "pass")  # worst first


@dataclass(frozen=True)
class Mark:
    """What is remembered of a kata: its best verdict, its latest status, the hints given.

    `latest` is "not started" where the file became the stub again.
    """

    status: str = "fail"
    points: float = 0.0
    latest: str = "fail"
    hints: int = 0
    judged: bool = False
    now: float | None = None  # points of the latest verdict; None in a file of an older version

    @property
    def is_begun(self) -> bool:
        """True when the file was judged, and is not the stub again."""
        return self.judged and self.latest != NOT_STARTED


@dataclass(frozen=True)
class Outcome:
    """What a verdict leaves behind."""

    kata: str
    status: str
    points: float
    not_started: bool = False


Marks = dict[str, Mark]
Note = Callable[[str], None]


class DamagedError(Exception):
    """Raised when the file holds something that this version never wrote."""


@dataclass
class Progress:
    """The progress file of a course. `note` gets a line when it is damaged or not writable."""

    root: Path
    note: Note = field(default=lambda line: None)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.root / PROGRESS_FILE

    def marks(self) -> Marks:
        """Return what is remembered, by kata id; nothing when there is no file that can be read."""
        return self._read()[0]

    def record(self, outcomes: Iterable[Outcome]) -> None:
        """Remember verdicts: the best of each kata, and its latest status."""
        news = list(outcomes)

        def merge(marks: Marks) -> Marks:
            return {**marks, **{item.kata: _better(marks.get(item.kata), item) for item in news}}

        self._change(merge)

    def give_hint(self, kata: str, most: int) -> int:
        """Return and remember the next hint's level, from 1; `most` + 1 when all were given."""
        level = min(self.marks().get(kata, Mark()).hints, most) + 1
        told = min(level, most)

        def merge(marks: Marks) -> Marks:
            mark = marks.get(kata, Mark())
            return {**marks, kata: replace(mark, hints=max(mark.hints, told))}

        self._change(merge)
        return level

    def trouble(self) -> str:
        """Return why progress cannot be kept, or nothing. It tries: permission bits do not tell."""
        try:
            with self._beside() as (file, _):
                file.write("x")
            self._open_if_there()
        except OSError as error:
            return _reason(error)
        return ""

    def _open_if_there(self) -> None:
        with suppress(FileNotFoundError), self.path.open("rb"):
            pass

    def _change(self, merge: Callable[[Marks], Marks]) -> None:
        try:
            for _ in range(TRIES):
                marks, stamp = self._read()
                merged = merge(marks)
                if merged == marks or self._replace(merged, stamp):
                    return
        except OSError as error:
            self.note(
                f"note: progress is not kept: {PROGRESS_FILE} cannot be written "
                f"({_reason(error)}). Everything else works."
            )

    def _read(self) -> tuple[Marks, object]:
        try:
            with self.path.open("rb") as file:
                stamp = _stamp(os.fstat(file.fileno()))
                data = file.read(LARGEST_FILE_BYTES + 1)
            return _marks(data), stamp
        except FileNotFoundError:
            return {}, None
        except NotADirectoryError:  # `.katas` is a file: writing will say so
            return {}, None
        except IsADirectoryError:
            self._set_aside("it is a folder", _stamp_of(self.path))
        except DamagedError as error:
            self._set_aside(str(error), stamp)
        except OSError as error:
            self.note(f"note: {PROGRESS_FILE} cannot be read ({_reason(error)}).")
        return {}, _stamp_of(self.path)

    def _set_aside(self, why: str, stamp: object) -> None:
        if _stamp_of(self.path) != stamp:  # somebody else has mended it
            return
        taken = len(list(self.path.parent.glob("progress.damaged*")))
        aside = self.path.with_name(f"progress.damaged{taken or ''}.json")
        try:
            self.path.rename(aside)
        except OSError as error:
            self.note(f"note: {PROGRESS_FILE} is damaged ({why}) and stays so ({_reason(error)}).")
            return
        self.note(
            f"note: {PROGRESS_FILE} was damaged ({why}). It is now {aside.name}; "
            "progress starts anew."
        )

    def _replace(self, marks: Marks, stamp: object) -> bool:
        """Write the marks in one step; False when the file is no longer the one that was read."""
        with self._beside() as (file, name):
            file.write(_text(marks))
            file.flush()
            os.fsync(file.fileno())
            if _stamp_of(self.path) != stamp:
                return False
            os.replace(name, self.path)
        return True

    @contextmanager
    def _beside(self) -> Iterator[tuple[TextIO, Path]]:
        """Open a new file next to the progress file; it does not outlive the block."""
        self.path.parent.mkdir(exist_ok=True)
        # The tempfile module would cost `list` and `hint` more than all the rest of this.
        name = self.path.with_name(f".progress-{os.getpid()}-{os.urandom(4).hex()}")
        try:
            with name.open("x", encoding="utf-8") as file:
                yield file, name
        finally:
            name.unlink(missing_ok=True)


def next_unsolved(
    ids: Iterable[str], marks: Mapping[str, Mark], extra: Iterable[str] = ()
) -> str | None:
    """Return the first of the ids whose latest verdict was not a pass; None when all are solved.

    Then comes the first such of `extra`: one that was begun, if there is any.
    """
    left, beside = (
        [kata for kata in some if marks.get(kata, Mark()).latest != "pass"] for some in (ids, extra)
    )
    begun = [kata for kata in beside if kata in marks and marks[kata].is_begun]
    return next(iter([*left, *begun, *beside]), None)


def _better(mark: Mark | None, news: Outcome) -> Mark:
    mark = mark or Mark(status=news.status)
    best = max(mark.status, news.status, key=_STATUSES.index)
    points = max(mark.points, news.points)
    latest = NOT_STARTED if news.not_started else news.status
    return replace(mark, status=best, points=points, latest=latest, judged=True, now=news.points)


def _text(marks: Marks) -> str:
    katas = {
        kata: {
            "status": mark.status,
            "points": mark.points,
            "latest": mark.latest,
            "hints": mark.hints,
            "judged": mark.judged,
            "now": mark.now,
        }
        for kata, mark in sorted(marks.items())
    }
    return json.dumps({"version": VERSION, "katas": katas}, indent=1) + "\n"


def _marks(data: bytes) -> Marks:
    if len(data) > LARGEST_FILE_BYTES:
        raise DamagedError("it is too large")
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DamagedError("it is not JSON") from error
    if not isinstance(whole, dict) or not isinstance(whole.get("katas"), dict):
        raise DamagedError("it does not list katas")
    if whole.get("version") != VERSION:
        raise DamagedError(f"its version is {str(whole.get('version'))[:20]}, not {VERSION}")
    return {kata: _mark(kata, entry) for kata, entry in whole["katas"].items()}


def _mark(kata: str, entry: Any) -> Mark:
    try:
        mark = Mark(**entry)
    except TypeError as error:
        raise DamagedError(f"the entry of {kata[:60]} has other fields") from error
    whole = (
        mark.status in _STATUSES
        and mark.latest in (*_STATUSES, NOT_STARTED)
        and _is_number_of_points(mark.points)
        and (mark.now is None or _is_number_of_points(mark.now))
        and type(mark.hints) is int
        and 0 <= mark.hints < 100
        and type(mark.judged) is bool
    )
    if not whole:
        raise DamagedError(f"the entry of {kata[:60]} makes no sense")
    return mark


def _is_number_of_points(value: object) -> bool:
    return type(value) in (int, float) and 0 <= value < float("inf")  # type: ignore[operator]  # a number by then


def _stamp(status: os.stat_result) -> object:
    return status.st_ino, status.st_mtime_ns, status.st_size


def _stamp_of(path: Path) -> object:
    try:
        return _stamp(path.stat())
    except OSError:
        return None


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
