"""How far a learner has come: one ignored file, `.katas/progress.json`; delete it at any time.

Two commands may run at once, without a lock: each reads the file again just before it writes,
merges its own news into it, and starts over when somebody else replaced the file in between. In
the last microseconds before the replacement one could still overtake the other; what is lost then
is a mark that the next `check` finds again, or one step of a hint, never the file.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TextIO

from grader.marks import DamagedError, Mark, Marks, Outcome, after, marks_of, table_of, text_of
from grader.plain import plain
from grader.predictions import Prediction, Predictions, as_data, predictions_of

PROGRESS_FILE = Path(".katas", "progress.json")
TRIES = 20
LARGEST_FILE_BYTES = 1_000_000  # sixty katas take six thousand

Note = Callable[[str], None]


@dataclass(frozen=True)
class Kept:
    """All that the file remembers."""

    marks: Marks = field(default_factory=dict)
    predictions: Predictions = field(default_factory=dict)


@dataclass
class Progress:
    """The progress file of a course. `note` gets a line when it is damaged or not writable."""

    root: Path
    note: Note = field(default=lambda line: None)
    today: Callable[[], str] = lambda: date.today().isoformat()

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.root / PROGRESS_FILE

    def marks(self) -> Marks:
        """Return what is remembered, by kata id; nothing when there is no file that can be read."""
        return self._read()[0].marks

    def predictions(self) -> Predictions:
        """Return what was predicted, by program id; the first answer of each."""
        return self._read()[0].predictions

    def record(self, outcomes: Iterable[Outcome]) -> None:
        """Remember verdicts; a stub that was a stub all the time leaves no mark."""
        news = list(outcomes)
        day = self.today()

        def merge(kept: Kept) -> Kept:
            marks = kept.marks
            known = [each for each in news if not each.not_started or _is_judged(marks, each)]
            judged = {each.kata: after(marks.get(each.kata), each, day) for each in known}
            return replace(kept, marks={**marks, **judged})

        self._change(merge)

    def give_hint(self, kata: str, most: int) -> int:
        """Return and remember the next hint's level, from 1; `most` + 1 when all were given."""
        level = min(self.marks().get(kata, Mark()).hints, most) + 1
        told = min(level, most)

        def merge(kept: Kept) -> Kept:
            mark = kept.marks.get(kata, Mark())
            hinted = replace(mark, hints=max(mark.hints, told))
            return replace(kept, marks={**kept.marks, kata: hinted})

        self._change(merge)
        return level

    def predict(self, program: str, *, time: bool, order: bool) -> None:
        """Remember what of a prediction was right; only the first one of a program counts."""
        made = Prediction(time, order, self.today())

        def merge(kept: Kept) -> Kept:
            return replace(kept, predictions={program: made, **kept.predictions})

        self._change(merge)

    def know_stubs(self, digests: Mapping[str, str]) -> None:
        """Remember which stubs the learner knows of, by kata id; only a kata with a mark can."""

        def merge(kept: Kept) -> Kept:
            marks = kept.marks
            known = {
                kata: replace(marks[kata], stub=stub)
                for kata, stub in digests.items()
                if kata in marks
            }
            return replace(kept, marks={**marks, **known})

        self._change(merge)

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
        with suppress(FileNotFoundError), open(self.path, "rb", opener=plain):
            pass

    def _change(self, merge: Callable[[Kept], Kept]) -> None:
        try:
            for _ in range(TRIES):
                kept, stamp = self._read()
                merged = merge(kept)
                if merged == kept or self._replace(merged, stamp):
                    return
        except OSError as error:
            self.note(
                f"note: progress is not kept: {PROGRESS_FILE} cannot be written "
                f"({_reason(error)}). Everything else works."
            )

    def _read(self) -> tuple[Kept, object]:
        try:
            with open(self.path, "rb", opener=plain) as file:
                stamp = _stamp(os.fstat(file.fileno()))
                data = file.read(LARGEST_FILE_BYTES + 1)
            if len(data) > LARGEST_FILE_BYTES:
                raise DamagedError("it is too large")
            table = table_of(data)
            return Kept(marks_of(table), predictions_of(table)), stamp
        except FileNotFoundError:
            return Kept(), None
        except NotADirectoryError:  # `.katas` is a file: writing will say so
            return Kept(), None
        except IsADirectoryError:
            self._set_aside("it is a folder", _stamp_of(self.path))
        except DamagedError as error:
            self._set_aside(str(error), stamp)
        except OSError as error:
            self.note(f"note: {PROGRESS_FILE} cannot be read ({_reason(error)}).")
        return Kept(), _stamp_of(self.path)

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

    def _replace(self, kept: Kept, stamp: object) -> bool:
        """Write it all in one step; False when the file is no longer the one that was read."""
        with self._beside() as (file, name):
            file.write(text_of(kept.marks, as_data(kept.predictions)))
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


def _is_judged(marks: Marks, news: Outcome) -> bool:
    return marks.get(news.kata, Mark()).judged


def _stamp(status: os.stat_result) -> object:
    return status.st_ino, status.st_mtime_ns, status.st_size


def _stamp_of(path: Path) -> object:
    try:
        return _stamp(path.stat())
    except OSError:
        return None


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
